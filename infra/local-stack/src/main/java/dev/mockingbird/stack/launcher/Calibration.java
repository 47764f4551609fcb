package dev.mockingbird.stack.launcher;

import dev.mockingbird.stack.launcher.Checks.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The file of a team's own calibration of the scorer. Like the addresses of stores it is told once
/// and used until another is named.
final class Calibration {

  static final String OPTION = "--calibration";
  static final String VARIABLE = "MOCKINGBIRD_SCORING_CALIBRATION";

  /// Given as a file, it means the shipped calibration again after another was used.
  private static final String SHIPPED = "shipped";

  private Calibration() {}

  /// Relative files are those of the folder that the command was given in.
  static Optional<String> of(Map<String, String> options, Map<String, String> environment) {
    return Optional.ofNullable(options.get(OPTION))
        .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
        .filter(file -> !file.isBlank())
        .map(
            file ->
                file.equals(SHIPPED)
                    ? file
                    : Path.of(file).toAbsolutePath().normalize().toString());
  }

  static Optional<String> orAsBefore(Optional<String> now, Optional<String> before) {
    return now.or(() -> before).filter(file -> !file.equals(SHIPPED));
  }

  static Finding finding(String file) {
    boolean readable = Files.isRegularFile(Path.of(file)) && Files.isReadable(Path.of(file));
    return new Finding(
        "scorer",
        "calibrated by " + file,
        readable
            ? null
            : "There is no calibration to be read at %s: name it with %s FILE, or go back to the shipped one with %s %s."
                .formatted(file, OPTION, OPTION, SHIPPED));
  }
}
