package dev.mockingbird.interview.document;

/// A change that cannot be read or does not fit its document; the sender is at fault.
public final class MalformedChangeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MalformedChangeException(String message) {
    super(message);
  }
}
