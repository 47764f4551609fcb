package dev.mockingbird.search.bank.shell;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import java.util.List;
import java.util.Locale;

/// A reading as programs are told it: the JSON that `--dry-run --json` prints.
///
/// @param confidence 0 to 1
public record DryRunJson(
    List<Item> items, List<Warning> warnings, double confidence, String shape) {

  public static DryRunJson of(Reading reading) {
    return new DryRunJson(
        reading.items().stream().map(Item::of).toList(),
        reading.warnings().stream().map(Warning::of).toList(),
        reading.confidence(),
        reading.shape());
  }

  /// @param kind `question` or `requirement`
  /// @param answerLines pairs of first and last line, counted from 1
  public record Item(
      String question,
      int line,
      List<String> section,
      String kind,
      @JsonProperty("hasAnswer") boolean hasAnswer,
      List<List<Integer>> answerLines) {

    static Item of(ReadItem item) {
      return new Item(
          item.title(),
          item.line(),
          item.section(),
          item.kind().name().toLowerCase(Locale.ROOT),
          item.hasReference(),
          item.answerLines().stream().map(it -> List.of(it.from(), it.to())).toList());
    }
  }

  /// @param code such as `empty-item`
  public record Warning(int line, String code) {

    static Warning of(ImportWarning warning) {
      return new Warning(warning.line(), warning.code().wire());
    }
  }
}
