package dev.mockingbird.stack.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns arguments into a [Command].
final class CommandLine {

  private static final Set<String> UP_OPTIONS =
      Set.of(
          "--port",
          "--data",
          "--public-url",
          "--redis",
          "--kafka",
          "--elasticsearch",
          Calibration.OPTION,
          "--trust-redis");
  private static final Set<String> FLAGS = Set.of("--trust-redis");
  private static final Set<String> DATA_OPTION = Set.of("--data");

  private CommandLine() {}

  static Command parse(List<String> arguments, Map<String, String> environment, Path defaultData) {
    String name = arguments.isEmpty() ? "help" : arguments.getFirst();
    List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    return switch (name) {
      case "up", "check", "doctor" -> up(name, rest, environment, defaultData);
      case "down" -> withData(name, rest, 0, defaultData);
      case "backup", "restore" -> withData(name, rest, 1, defaultData);
      case "run" -> run(rest, defaultData);
      case "run-alone" -> program(rest, defaultData, true);
      default ->
          new Command.Misunderstood(
              "There is no command " + name + "; see ./mockingbird help.", defaultData);
    };
  }

  private static Command up(
      String name, List<String> rest, Map<String, String> environment, Path defaultData) {
    Words words = Words.read(rest, UP_OPTIONS);
    if (words.problem() != null) {
      return new Command.Misunderstood(words.problem(), defaultData);
    }
    if (!words.plain().isEmpty()) {
      return new Command.Misunderstood(
          "%s takes no %s.".formatted(name, words.plain().getFirst()), defaultData);
    }
    Map<String, String> options = words.options();
    Path data = data(options, defaultData);
    String portText = options.getOrDefault("--port", "8080");
    if (!portText.matches("\\d{1,5}")
        || Integer.parseInt(portText) < 1
        || Integer.parseInt(portText) > 65_535) {
      return new Command.Misunderstood(
          "--port needs a number from 1 to 65535, not " + portText + ".", data);
    }
    int port = Integer.parseInt(portText);
    String configured =
        environment.getOrDefault("MOCKINGBIRD_PUBLIC_URL", "http://localhost:" + port);
    String urlText = options.getOrDefault("--public-url", configured);
    if (!urlText.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+/?")) {
      return new Command.Misunderstood(
          "--public-url needs an address like https://interviews.example.org, without a path, not "
              + urlText
              + ".",
          data);
    }
    URI publicUrl = URI.create(urlText.replaceFirst("/$", ""));
    ExistingStores existing = ExistingStores.of(options, environment);
    Command.Up up =
        new Command.Up(port, data, publicUrl, existing, Calibration.of(options, environment));
    return switch (name) {
      case "up" -> up;
      case "check" -> new Command.Check(up);
      default -> new Command.Doctor(up);
    };
  }

  private static Command withData(String name, List<String> rest, int files, Path defaultData) {
    Words words = Words.read(rest, DATA_OPTION);
    if (words.problem() != null) {
      return new Command.Misunderstood(words.problem(), defaultData);
    }
    Path data = data(words.options(), defaultData);
    if (words.plain().size() != files) {
      String sentence =
          files == 0
              ? name + " takes no file."
              : name + " needs one file, like " + name + " mockingbird.tar.gz.";
      return new Command.Misunderstood(sentence, data);
    }
    return switch (name) {
      case "backup" -> new Command.Backup(Path.of(words.plain().getFirst()).toAbsolutePath(), data);
      case "restore" ->
          new Command.Restore(Path.of(words.plain().getFirst()).toAbsolutePath(), data);
      default -> new Command.Down(data);
    };
  }

  /// `run MODULE CLASS ARGUMENT…`, written by the script; our own `--data` is taken out of the
  /// arguments.
  private static Command run(List<String> rest, Path defaultData) {
    List<String> words = new ArrayList<>(rest);
    Path data = defaultData;
    int at = words.indexOf("--data");
    if (at >= 0 && at + 1 < words.size()) {
      data = Path.of(words.get(at + 1)).toAbsolutePath().normalize();
      words.subList(at, at + 2).clear();
    }
    return program(words, data, false);
  }

  private static Command program(List<String> words, Path data, boolean alone) {
    return words.size() < 2
        ? new Command.Misunderstood("run needs a module and a class.", data)
        : new Command.Run(
            words.get(0), words.get(1), List.copyOf(words.subList(2, words.size())), data, alone);
  }

  private static Path data(Map<String, String> options, Path defaultData) {
    String folder = options.get("--data");
    return folder == null ? defaultData : Path.of(folder).toAbsolutePath().normalize();
  }

  private record Words(
      List<String> plain,
      Map<String, String> options,
      @org.jspecify.annotations.Nullable String problem) {

    static Words read(List<String> arguments, Set<String> known) {
      List<String> plain = new ArrayList<>();
      Map<String, String> options = new HashMap<>();
      for (int i = 0; i < arguments.size(); i++) {
        String word = arguments.get(i);
        if (!word.startsWith("--")) {
          plain.add(word);
        } else if (!known.contains(word)) {
          return new Words(
              plain, options, "There is no option " + word + " here; see ./mockingbird help.");
        } else if (FLAGS.contains(word)) {
          options.put(word, "");
        } else if (i + 1 == arguments.size()) {
          return new Words(plain, options, word + " needs a value.");
        } else {
          options.put(word, arguments.get(++i));
        }
      }
      return new Words(plain, options, null);
    }
  }
}
