package dev.mockingbird.scoring.scorer;

/// A named reason, beside the key points, for the score; the name is the wire code. Those that deny
/// points come first, in the order in which they decide.
public enum Rule {
  /// Nothing was written, or nothing but punctuation.
  BLANK,
  /// The candidate says that they do not know, and little else.
  DONT_KNOW,
  /// The question is repeated and nothing of the reference is added.
  ECHO,
  /// The answer is about something else.
  OFF_TOPIC,
  /// Words of the reference stand beside each other without saying anything.
  KEYWORD_BAG,
  /// The answer says the opposite of a key point in nearly its words.
  NEGATION,
  /// Where a key point has a word or a number, the answer has an opposite word or another number.
  CONTRADICTION,
  /// Text that tells the grader what to do was not counted.
  INSTRUCTIONS,
  /// What stands there more than once was counted once.
  REPETITION,
  /// Characters that nobody sees were taken out.
  HIDDEN_CHARACTERS,
  /// Letters of other scripts were read as the Latin ones that they look like.
  LOOK_ALIKES,
  /// Only the sentences of a very long answer that are nearest to the key points were compared.
  LONG_ANSWER,
  /// There is little to compare the answer with, so the score is less sure.
  SHORT_REFERENCE,
  /// The language model's score is far from the offline one: a person should look.
  NEEDS_REVIEW,
  /// The language model was asked and failed: the offline score stands.
  LANGUAGE_MODEL_FAILED,
  /// What the language model quoted for a key point is not in the answer: the offline verdict
  /// stands.
  QUOTE_DROPPED;

  /// Whether the answer is none, so that nothing else can earn it points.
  public boolean denies() {
    return compareTo(KEYWORD_BAG) <= 0;
  }
}
