package dev.mockingbird.scoring.scorer;

/// A named reason, beside the key points, for the score; the name is the wire code.
public enum Rule {
  /// Nothing was written, or nothing but punctuation.
  BLANK,
  /// The candidate says that they do not know, and little else.
  DONT_KNOW,
  /// The question is repeated and nothing of the reference is added.
  ECHO,
  /// Only the passages of a very long answer that are nearest to the key points were compared.
  LONG_ANSWER,
  /// The language model's score is far from the offline one: a person should look.
  NEEDS_REVIEW,
  /// The language model was asked and failed: the offline score stands.
  LANGUAGE_MODEL_FAILED,
  /// What the language model quoted for a key point is not in the answer: the offline verdict
  /// stands.
  QUOTE_DROPPED
}
