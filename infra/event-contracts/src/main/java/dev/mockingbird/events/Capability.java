package dev.mockingbird.events;

/// What a person may do in one interview. Roles are facts: solo practice is one person with both
/// `INTERVIEW` and `ANSWER`.
public enum Capability {
  /// Runs the room: plans, asks, hints, admits, notes, releases, ends.
  INTERVIEW,
  /// Answers the questions; sees staff material only once it is released.
  ANSWER,
  /// Sees what an interviewer sees of the room, does not speak, keeps notes of their own.
  OBSERVE
}
