package dev.mockingbird.scoring.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a person sees what is written. The JDK tells it of input and output together only.
final class Terminal {

  static final int INPUT = 0;
  static final int OUTPUT = 1;
  static final int ERROR = 2;

  private Terminal() {}

  static boolean is(int stream) {
    try {
      String place = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
      return place.startsWith("/dev/pts/") || place.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
