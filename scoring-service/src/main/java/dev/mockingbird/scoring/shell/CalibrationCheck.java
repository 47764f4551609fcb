package dev.mockingbird.scoring.shell;

import dev.mockingbird.scoring.agreement.CalibrationRefused;
import dev.mockingbird.scoring.agreement.InstalledScorer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Says what is wrong with a calibration, if anything, before an installation starts with it.
public final class CalibrationCheck {

  private CalibrationCheck() {}

  /// @param arguments the file
  static void main(String[] arguments) {
    try {
      InstalledScorer.name(Path.of(arguments[0]));
    } catch (CalibrationRefused e) {
      new PrintStream(System.err, true, StandardCharsets.UTF_8).println(e.sentence());
      System.exit(1);
    }
  }
}
