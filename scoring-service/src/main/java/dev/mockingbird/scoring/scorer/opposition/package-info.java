/// Whether an answer says the opposite of a key point, which vectors hardly see. The door is
/// [dev.mockingbird.scoring.scorer.opposition.Opposition].
///
/// [dev.mockingbird.scoring.scorer.opposition.Clauses] reads answer and key point clause by clause
/// as [dev.mockingbird.scoring.scorer.opposition.Statement]s: words with their weight and vector,
/// those among them that have an opposite ([dev.mockingbird.scoring.scorer.opposition.Opposites]),
/// and what is denied ([dev.mockingbird.scoring.scorer.opposition.Negations]). A
/// [dev.mockingbird.scoring.scorer.opposition.Pairing] lays two statements beside each other and
/// counts what is turned round between them ([dev.mockingbird.scoring.scorer.opposition.Turns]):
/// denials, opposite words, exchanged sides of a comparison. An odd number is an opposite, if both
/// speak of the same and no other clause says what the key point says.
///
/// What differs by one thing only is heard without that: a denial
/// ([dev.mockingbird.scoring.scorer.opposition.PlainDenial]), a word
/// ([dev.mockingbird.scoring.scorer.opposition.Contrast]), a subject or a figure
/// ([dev.mockingbird.scoring.scorer.opposition.Exchange]), subjects or ends that are crossed
/// ([dev.mockingbird.scoring.scorer.opposition.Crossing]). Where nothing is certain, nothing is
/// said.
@NullMarked
package dev.mockingbird.scoring.scorer.opposition;

import org.jspecify.annotations.NullMarked;
