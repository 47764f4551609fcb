package dev.mockingbird.search.bank.reading;

/// What a line of a list became.
public enum Role {
  TOPIC,
  QUESTION,
  /// Belongs to the question below its title: code, options, a longer wording.
  BODY,
  ANSWER,
  /// Key points, hints, rubric, follow-ups, sources and metadata of a question.
  DETAIL,
  REQUIREMENT,
  /// Used for nothing; its reason says why.
  IGNORED
}
