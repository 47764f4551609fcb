package dev.mockingbird.stack.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// What the person at the terminal sees: one line for each thing done, and on a terminal below them
/// one that changes, with what is going on and for how long.
public final class Console {

  /// A structured line with a stack trace in it would fill the screen; the log has all of it.
  private static final int WIDEST_LOG_LINE = 240;

  private static final int WIDEST_STATUS = 78;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final Map<String, Long> goingOn = new LinkedHashMap<>();
  private String drawn = "";

  /// @param nanos a clock that only goes forward, such as [System#nanoTime]
  public Console(PrintStream out, boolean terminal, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    if (terminal) {
      ScheduledExecutorService clock =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("status").factory());
      clock.scheduleAtFixedRate(this::drawStatus, 200, 200, TimeUnit.MILLISECONDS);
    }
  }

  synchronized void say(String line) {
    clearStatus();
    out.println(line);
    out.flush();
    drawStatus();
  }

  /// Something takes a while from here on, until [#done] or [#quiet].
  ///
  /// @return when it began, for [#done]
  synchronized long begin(String what) {
    long now = nanos.getAsLong();
    goingOn.put(what, now);
    drawStatus();
    return now;
  }

  synchronized void done(String what, String name, String result, long begun) {
    clearStatus();
    goingOn.remove(what);
    double seconds = (nanos.getAsLong() - begun) / 1e9;
    say(String.format(Locale.ROOT, "  %-18s %-9s %5.1f s", name, result, seconds));
  }

  /// Nothing goes on any more.
  synchronized void quiet() {
    clearStatus();
    goingOn.clear();
  }

  synchronized void died(String name, int exitCode, List<String> lastLines) {
    say("! %s ended by itself (exit code %d). Its last lines:".formatted(name, exitCode));
    lastLines.forEach(
        line -> say("    | " + line.substring(0, Math.min(line.length(), WIDEST_LOG_LINE))));
  }

  private synchronized void drawStatus() {
    if (!terminal || goingOn.isEmpty()) {
      return;
    }
    String status =
        goingOn.entrySet().stream()
            .map(
                it ->
                    it.getKey()
                        + " "
                        + Duration.ofNanos(nanos.getAsLong() - it.getValue()).toSeconds()
                        + " s")
            .collect(Collectors.joining(", ", "  … ", ""));
    if (status.length() > WIDEST_STATUS) {
      status = status.substring(0, WIDEST_STATUS - 1) + "…";
    }
    if (!status.equals(drawn)) {
      out.print(CLEAR_LINE + status);
      out.flush();
      drawn = status;
    }
  }

  private void clearStatus() {
    if (terminal && !goingOn.isEmpty()) {
      out.print(CLEAR_LINE);
      drawn = "";
    }
  }
}
