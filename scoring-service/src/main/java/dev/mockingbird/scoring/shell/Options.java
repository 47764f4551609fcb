package dev.mockingbird.scoring.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody typed after the name of a command.
///
/// @param values by option, of those that have one
record Options(List<String> files, Set<String> flags, Map<String, String> values) {

  /// The file name that stands for the standard input.
  private static final String INPUT = "-";

  /// @throws IllegalArgumentException with a sentence, when the arguments are not understood
  static Options parse(List<String> arguments, Set<String> flags, Set<String> withValue) {
    List<String> files = new ArrayList<>();
    Set<String> flagged = new HashSet<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!word.startsWith("--")) {
        files.add(word);
      } else if (flags.contains(word)) {
        flagged.add(word);
      } else if (!withValue.contains(word)) {
        throw new IllegalArgumentException("There is no option " + word + ".");
      } else if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(word + " needs a value.");
      } else {
        values.put(word, arguments.get(++i));
      }
    }
    return new Options(files, flagged, values);
  }

  /// Null for the standard input.
  @Nullable Path input() {
    if (files.size() > 1) {
      throw new IllegalArgumentException("One file at a time, not " + files + ".");
    }
    return files.isEmpty() || files.getFirst().equals(INPUT) ? null : Path.of(files.getFirst());
  }

  @Nullable Path path(String option) {
    String value = values.get(option);
    return value == null ? null : Path.of(value);
  }
}
