package dev.mockingbird.benchmarks.load;

import org.jspecify.annotations.Nullable;

/// What a server did that it must not do. A figure that was measured while any of this happened is
/// worth nothing.
///
/// @param missing changes that did not reach their reader
/// @param repeated changes that reached it again
/// @param invented changes that reached it and nobody had made
/// @param acknowledgedOutOfTurn acknowledgements that were not of the next change
/// @param refused commands
/// @param closed sockets, while they were needed
/// @param first what was said about the first refusal or closing
public record Violations(
    long missing,
    long repeated,
    long invented,
    long acknowledgedOutOfTurn,
    long refused,
    long closed,
    String first) {

  public boolean isEmpty() {
    return missing + repeated + invented + acknowledgedOutOfTurn + refused + closed == 0;
  }

  /// Counts them as they happen.
  static final class Counter {
    private long missing;
    private long repeated;
    private long invented;
    private long acknowledgedOutOfTurn;
    private long refused;
    private long closed;
    private @Nullable String first;

    void missing(long changes) {
      missing += changes;
    }

    void repeated() {
      repeated++;
    }

    void invented() {
      invented++;
    }

    void acknowledgedOutOfTurn() {
      acknowledgedOutOfTurn++;
    }

    void refused(String how) {
      refused++;
      keep(how);
    }

    void closed(String why) {
      closed++;
      keep(why);
    }

    private void keep(String what) {
      if (first == null) {
        first = what;
      }
    }

    /// What has happened since the last time this was asked.
    Violations take() {
      Violations taken =
          new Violations(
              missing,
              repeated,
              invented,
              acknowledgedOutOfTurn,
              refused,
              closed,
              first == null ? "" : first);
      missing = repeated = invented = acknowledgedOutOfTurn = refused = closed = 0;
      first = null;
      return taken;
    }
  }
}
