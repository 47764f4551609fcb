package dev.mockingbird.scoring.agreement;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.agreement.TeamCalibration.Fitted;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// A [TeamCalibration] as a file of properties. Its name is a digest of the rest, and the scorer
/// and models that it was fitted on stand in it: with any others it is refused, for its scores
/// would mean nothing.
public final class CalibrationFile {

  private static final String HEADER =
      "# A calibration of Mockingbird's scorer, from a team's own grades.";
  private static final int NAME_BYTES = 4;

  /// Beyond this no file is a calibration.
  private static final long LARGEST = 100_000;

  private CalibrationFile() {}

  /// @param scorer the one that is to be calibrated
  /// @param models hash of each language's model
  public static TeamCalibration read(Path file, Scorer scorer, Map<Language, String> models)
      throws CalibrationRefused {
    Properties told = told(file);
    if (told.getProperty("name") == null || told.getProperty("scorer") == null) {
      throw new CalibrationRefused(
          file
              + " is no calibration: make one with ./mockingbird agreement ANSWERS --calibrate FILE.");
    }
    Scorer fittedOn =
        new Scorer(
            told.getProperty("scorer"),
            told.getProperty("version", ""),
            told.getProperty("calibration", ""));
    if (!fittedOn.equals(scorer)) {
      throw new CalibrationRefused(
          "%s was fitted on the scorer %s, and this is %s: make it again with ./mockingbird agreement ANSWERS --calibrate FILE."
              .formatted(file, sentence(fittedOn), sentence(scorer)));
    }
    TeamCalibration calibration = calibration(file, fittedOn, told);
    if (!calibration.name().equals(told.getProperty("name"))) {
      throw changed(file);
    }
    for (Map.Entry<Language, Fitted> each : calibration.curves().entrySet()) {
      if (!each.getValue().model().equals(models.get(each.getKey()))) {
        throw new CalibrationRefused(
            "%s was fitted on another model for %s than this scorer has: make it again with ./mockingbird agreement ANSWERS --calibrate FILE."
                .formatted(file, key(each.getKey())));
      }
    }
    return calibration;
  }

  private static Properties told(Path file) throws CalibrationRefused {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
        return new Properties();
      }
      Properties told = new Properties();
      told.load(new StringReader(Files.readString(file)));
      return told;
    } catch (NoSuchFileException e) {
      throw new CalibrationRefused("There is no " + file + ".");
    } catch (IOException e) {
      throw new CalibrationRefused("The calibration " + file + " cannot be read.");
    } catch (IllegalArgumentException e) {
      return new Properties();
    }
  }

  private static TeamCalibration calibration(Path file, Scorer fittedOn, Properties told)
      throws CalibrationRefused {
    Map<Language, Fitted> curves = new EnumMap<>(Language.class);
    try {
      for (Language language : Language.values()) {
        String prefix = key(language) + ".";
        if (told.getProperty(prefix + "scores") != null) {
          curves.put(
              language,
              new Fitted(
                  told.getProperty(prefix + "model", ""),
                  Integer.parseInt(told.getProperty(prefix + "answers", "")),
                  Integer.parseInt(told.getProperty(prefix + "questions", "")),
                  new Curve(
                      numbers(told, prefix + "scores"),
                      numbers(told, prefix + "lows"),
                      numbers(told, prefix + "highs"))));
        }
      }
    } catch (IllegalArgumentException e) {
      throw changed(file);
    }
    return new TeamCalibration(fittedOn, curves);
  }

  private static CalibrationRefused changed(Path file) {
    return new CalibrationRefused(
        file + " was changed after it was made; take the file as it was, or make it again.");
  }

  private static double[] numbers(Properties told, String name) {
    return Arrays.stream(told.getProperty(name, "").split(" "))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /// All of it or nothing. Takes the place of another calibration, never of another file.
  public static void write(TeamCalibration calibration, Path file) throws CalibrationRefused {
    requireFree(file);
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      Files.writeString(
          partial, HEADER + "\nname=" + calibration.name() + "\n" + text(calibration));
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CalibrationRefused("The calibration could not be written to " + file + ".");
    }
  }

  /// Also to be asked before minutes of work.
  public static void requireFree(Path file) throws CalibrationRefused {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new CalibrationRefused("Nothing can be written to the folder of " + file + ".");
    }
    if (Files.exists(file) && told(file).getProperty("name") == null) {
      throw new CalibrationRefused(
          file + " is there already and is no calibration: name another file.");
    }
  }

  static String name(TeamCalibration calibration) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text(calibration).getBytes(StandardCharsets.UTF_8));
      return "team-" + HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(TeamCalibration calibration) {
    StringBuilder text = new StringBuilder();
    line(text, "scorer", calibration.fittedOn().name());
    line(text, "version", calibration.fittedOn().version());
    line(text, "calibration", calibration.fittedOn().calibration());
    calibration
        .curves()
        .forEach(
            (language, fitted) -> {
              String prefix = key(language) + ".";
              line(text, prefix + "model", fitted.model());
              line(text, prefix + "answers", Integer.toString(fitted.answers()));
              line(text, prefix + "questions", Integer.toString(fitted.questions()));
              line(text, prefix + "scores", numbers(fitted.curve().scores()));
              line(text, prefix + "lows", numbers(fitted.curve().lows()));
              line(text, prefix + "highs", numbers(fitted.curve().highs()));
            });
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append('=').append(value).append('\n');
  }

  private static String numbers(double[] knots) {
    return Arrays.stream(knots)
        .mapToObj(it -> String.format(Locale.ROOT, "%.1f", it))
        .collect(Collectors.joining(" "));
  }

  private static String key(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }

  private static String sentence(Scorer scorer) {
    return "%s %s with calibration %s"
        .formatted(scorer.name(), scorer.version(), scorer.calibration());
  }
}
