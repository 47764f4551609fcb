package dev.mockingbird.faults;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// @param seed of everything that is drawn; the schedule of the processes is not ours to draw
/// @param home the checkout whose services are started
/// @param keep leave the folder with the logs and Redis's files where it is
record Options(
    Program program,
    long seed,
    OptionalInt seconds,
    OptionalInt rounds,
    OptionalInt rooms,
    Path home,
    boolean keep) {

  static String usage() {
    return """
    Usage: infra/end-to-end-tests/faults NAME [--seed N] [--seconds N] [--rounds N] [--rooms N] [--home DIR] [--keep]

    %s

      --seed N      draws the same again (default: a new one, which is printed)
      --seconds N   see above
      --rounds N    how many faults
      --rooms N     how many rooms, two pages in each where nothing else is said
      --home DIR    the checkout whose services are started (default: this one), built before
      --keep        leave the folder with logs and data, and say where it is
    """
        .formatted(
            Arrays.stream(Program.values())
                .map(it -> "  %-14s %s".formatted(it.wireName(), it.sentence()))
                .collect(Collectors.joining("\n")));
  }

  /// @throws IllegalArgumentException with a sentence, when the arguments are not understood
  static Options parse(String[] arguments, Path home, long newSeed) {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("Which program?");
    }
    Program program =
        Program.named(arguments[0])
            .orElseThrow(
                () -> new IllegalArgumentException("There is no program " + arguments[0] + "."));
    Map<String, String> values = new java.util.HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--keep" -> values.put("--keep", "");
        case "--seed", "--seconds", "--rounds", "--rooms", "--home" -> {
          if (i + 1 == arguments.length) {
            throw new IllegalArgumentException(arguments[i] + " needs a value.");
          }
          values.put(arguments[i], arguments[++i]);
        }
        default -> throw new IllegalArgumentException("There is no option " + arguments[i] + ".");
      }
    }
    String seed = values.get("--seed");
    String otherHome = values.get("--home");
    return new Options(
        program,
        seed == null ? newSeed : Long.parseLong(seed),
        number(values, "--seconds"),
        number(values, "--rounds"),
        number(values, "--rooms"),
        otherHome == null ? home : Path.of(otherHome).toAbsolutePath(),
        values.containsKey("--keep"));
  }

  private static OptionalInt number(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException(name + " needs a number above 0.");
  }
}
