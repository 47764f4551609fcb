package dev.mockingbird.search.bank.reading;

import java.util.List;

/// Why something was read as what it is: a stable code, and the values of its sentence.
///
/// @param values what `{0}`, `{1}` … stand for in the sentence
public record Reason(String code, List<String> values) {

  public static Reason of(String code, Object... values) {
    return new Reason(code, java.util.Arrays.stream(values).map(String::valueOf).toList());
  }
}
