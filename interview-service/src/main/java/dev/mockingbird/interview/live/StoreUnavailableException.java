package dev.mockingbird.interview.live;

/// The journal did not answer: the command is neither accepted nor refused. Send it again under the
/// same client and number.
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StoreUnavailableException(Throwable cause) {
    super("The journal did not answer", cause);
  }
}
