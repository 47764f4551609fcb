package dev.mockingbird.interview.live;

/// The sender of a command was gone before its turn: it is neither accepted nor refused.
final class AbandonedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  AbandonedException() {
    super("Nobody waits for the command any more", null, false, false);
  }

  /// @param failure of a stage, which may be wrapped
  static boolean is(Throwable failure) {
    return failure instanceof AbandonedException
        || failure.getCause() instanceof AbandonedException;
  }
}
