package dev.mockingbird.interview.archive;

/// What the archive holds is not what the journal's head says it holds. Nothing is trimmed, and
/// nothing of it is shown.
final class ArchiveDisagreesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param message without a word of what was written in the room
  ArchiveDisagreesException(String message) {
    super(message);
  }
}
