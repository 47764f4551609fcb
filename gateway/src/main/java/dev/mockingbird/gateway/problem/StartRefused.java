package dev.mockingbird.gateway.problem;

/// With these settings there is no point in starting; the message says what to do.
public final class StartRefused extends RuntimeException {

  public StartRefused(String sentence) {
    super(sentence);
  }
}
