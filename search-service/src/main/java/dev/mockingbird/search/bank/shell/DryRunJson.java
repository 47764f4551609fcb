package dev.mockingbird.search.bank.shell;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Readings as programs are told them: the JSON that `--dry-run --json` prints, one object for all
/// files.
///
/// @param confidence 0 to 1, of the file that is least clear
/// @param shape of all files, without repeats, separated by commas
public record DryRunJson(
    List<Item> items, List<Warning> warnings, double confidence, String shape) {

  public static DryRunJson of(List<FileReading> readings) {
    return new DryRunJson(
        readings.stream()
            .flatMap(it -> it.reading().items().stream().map(item -> Item.of(it, item)))
            .toList(),
        readings.stream()
            .flatMap(it -> it.reading().warnings().stream().map(each -> Warning.of(it, each)))
            .toList(),
        readings.stream().mapToDouble(it -> it.reading().confidence()).min().orElse(0),
        readings.stream()
            .map(it -> it.reading().shape())
            .distinct()
            .collect(Collectors.joining(",")));
  }

  /// @param line in its file, counted from 1
  /// @param kind `question` or `requirement`
  /// @param answerLines pairs of first and last line
  public record Item(
      String file,
      String question,
      int line,
      List<String> section,
      String kind,
      @JsonProperty("hasAnswer") boolean hasAnswer,
      List<List<Integer>> answerLines) {

    static Item of(FileReading file, ReadItem item) {
      return new Item(
          file.file().name(),
          item.title(),
          item.line(),
          item.section(),
          item.kind().name().toLowerCase(Locale.ROOT),
          item.hasReference(),
          item.answerLines().stream().map(it -> List.of(it.from(), it.to())).toList());
    }
  }

  /// @param code such as `empty-item`
  public record Warning(String file, int line, String code) {

    static Warning of(FileReading file, ImportWarning warning) {
      return new Warning(file.file().name(), warning.line(), warning.code().wire());
    }
  }
}
