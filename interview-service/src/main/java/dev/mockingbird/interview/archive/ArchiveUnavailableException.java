package dev.mockingbird.interview.archive;

/// Kafka did not answer in time: try again later.
final class ArchiveUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ArchiveUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
