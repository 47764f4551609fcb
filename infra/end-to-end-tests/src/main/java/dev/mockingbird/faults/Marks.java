package dev.mockingbird.faults;

import java.util.List;
import java.util.regex.Pattern;

/// The marks by which a change is known again wherever it turns up: each change inserts one of its
/// own, `‹page.number›`.
final class Marks {

  private static final Pattern MARK = Pattern.compile("‹([A-Za-z0-9_-]+\\.[0-9]+)›");

  private Marks() {}

  static String in(String page, int number) {
    return "‹" + page + "." + number + "›";
  }

  /// The marks in a text, without their brackets.
  static List<String> of(String text) {
    return MARK.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
