package dev.mockingbird.stack.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// What the person at the terminal sees, one line at a time.
final class Console {

  /// A structured line with a stack trace in it would fill the screen; the log has all of it.
  private static final int WIDEST_LOG_LINE = 240;

  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  void step(String name, String what, long sinceNanos) {
    double seconds = (System.nanoTime() - sinceNanos) / 1e9;
    say(String.format(Locale.ROOT, "  %-18s %-9s %5.1f s", name, what, seconds));
  }

  synchronized void died(String name, int exitCode, List<String> lastLines) {
    say("! %s ended by itself (exit code %d). Its last lines:".formatted(name, exitCode));
    lastLines.forEach(
        line -> say("    | " + line.substring(0, Math.min(line.length(), WIDEST_LOG_LINE))));
  }
}
