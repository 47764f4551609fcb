/// Whether an answer says the opposite of a key point, which vectors hardly see. The door is
/// [dev.mockingbird.scoring.scorer.opposition.Opposition].
///
/// [dev.mockingbird.scoring.scorer.opposition.Clauses] reads answer and key point clause by clause
/// as [dev.mockingbird.scoring.scorer.opposition.Statement]s: words with their weight and vector,
/// those among them that have an opposite ([dev.mockingbird.scoring.scorer.opposition.Opposites]),
/// and what is denied ([dev.mockingbird.scoring.scorer.opposition.Negations]). Clauses that the
/// answer says in the same words are settled
/// ([dev.mockingbird.scoring.scorer.opposition.Restatement]).
///
/// A [dev.mockingbird.scoring.scorer.opposition.Reversal] lays each clause of the answer beside the
/// key point, as a [dev.mockingbird.scoring.scorer.opposition.Pairing], and counts the
/// [dev.mockingbird.scoring.scorer.opposition.Turns] between them: denials
/// ([dev.mockingbird.scoring.scorer.opposition.PairedDenials]), opposite words
/// ([dev.mockingbird.scoring.scorer.opposition.PairedOpposites]), exchanged sides of a comparison
/// ([dev.mockingbird.scoring.scorer.opposition.ComparedSides]). An odd number is an opposite, if
/// both speak of the same and no other clause says what the key point says.
///
/// What differs in one thing only is heard without that: a denial
/// ([dev.mockingbird.scoring.scorer.opposition.PlainDenial] in a clause,
/// [dev.mockingbird.scoring.scorer.opposition.NegatedSentence] in a sentence), a word
/// ([dev.mockingbird.scoring.scorer.opposition.Contrast]), a subject or a figure
/// ([dev.mockingbird.scoring.scorer.opposition.Exchange]), subjects or ends that are crossed
/// ([dev.mockingbird.scoring.scorer.opposition.Crossing]). Where nothing is certain, nothing is
/// said.
@NullMarked
package dev.mockingbird.scoring.scorer.opposition;

import org.jspecify.annotations.NullMarked;
