package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.benchmarks.load.Dialect;
import dev.mockingbird.benchmarks.load.RelayDialect;
import dev.mockingbird.benchmarks.load.SocketIoDialect;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server of somebody else's that runs already, to be measured beside ours.
public record OtherPeer(String name, int port, OptionalLong pid) {

  private static final Pattern FORM = Pattern.compile("([^=]+)=(\\d{1,5})(?::(\\d+))?");

  /// @param text `NAME=PORT` or `NAME=PORT:PID`
  /// @throws IllegalArgumentException with a sentence
  public static OtherPeer parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("A peer is NAME=PORT or NAME=PORT:PID, not " + text + ".");
    }
    String pid = parts.group(3);
    return new OtherPeer(
        parts.group(1),
        Integer.parseInt(parts.group(2)),
        pid == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(pid)));
  }

  Dialect dialect() {
    return name.startsWith("socket.io") ? new SocketIoDialect(port) : new RelayDialect(port);
  }
}
