package dev.mockingbird.eventlog;

/// A record that no version of the software can have written: it belongs on the dead-letter topic.
public final class MalformedEventException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public MalformedEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
