package dev.mockingbird.scoring.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody typed after `./mockingbird agreement`.
///
/// @param file graded answers; null: the standard input
/// @param calibration a team's own to use; null: the shipped one
/// @param calibrate where to write one of these answers, if so
record AgreementOptions(
    @Nullable Path file,
    boolean json,
    @Nullable Path calibration,
    @Nullable Path calibrate,
    boolean help) {

  static final String USAGE =
      """
      Usage: ./mockingbird agreement FILE [--json] [--calibrate OUT | --calibration FILE]

        FILE                JSON Lines of answers as for ./mockingbird score, each with
                            "grade" and "maxGrade", or "label": "correct" | "incorrect" | "contradictory";
                            also "questionId" and "set", if they have them; - is the standard input
        --json              for programs
        --calibrate OUT     also fit a calibration of your own to these grades, say what it is worth, and
                            write it to OUT
        --calibration FILE  how well such a calibration agrees

      Needs nothing running. The exit code is 1 if a line could not be read; the others are used.""";

  /// @throws IllegalArgumentException with a sentence, when the arguments are not understood
  static AgreementOptions parse(List<String> arguments) {
    Options options =
        Options.parse(
            arguments, Set.of("--help", "--json"), Set.of("--calibration", "--calibrate"));
    boolean help = options.flags().contains("--help");
    if (options.files().isEmpty() && !help) {
      throw new IllegalArgumentException("Name the file with graded answers.");
    }
    AgreementOptions parsed =
        new AgreementOptions(
            options.input(),
            options.flags().contains("--json"),
            options.path("--calibration"),
            options.path("--calibrate"),
            help);
    if (parsed.calibration != null && parsed.calibrate != null) {
      throw new IllegalArgumentException(
          "A calibration is fitted to the shipped scores: --calibrate goes without --calibration.");
    }
    return parsed;
  }
}
