package dev.mockingbird.interview.live;

/// A token bucket: 30 messages a second, 60 at once. For one thread.
final class MessageRate {

  private static final double PER_NANO = 30 / 1e9;
  private static final double BURST = 60;

  private double tokens = BURST;
  private long last;
  private boolean started;

  /// @param now rising nanoseconds
  boolean allows(long now) {
    if (started) {
      tokens = Math.min(BURST, tokens + (now - last) * PER_NANO);
    }
    started = true;
    last = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
