package dev.mockingbird.scoring.scorer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A part of a text that says one thing.
///
/// @param from UTF-16 offset into the text, `to` exclusive
public record Sentence(int from, int to) {

  /// One without an end is cut here, in UTF-16 units.
  private static final int LONGEST = 500;

  private static final String ALWAYS_ENDS = "\n。！？；;";
  private static final List<String> ABBREVIATIONS =
      List.of("e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "resp.");

  /// Those that have a letter or digit in them, in order.
  public static List<Sentence> of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (ends(text, from, at)) {
        add(sentences, text, from, at + 1);
        from = at + 1;
      }
    }
    add(sentences, text, from, text.length());
    return sentences;
  }

  public String in(String text) {
    return text.substring(from, to);
  }

  /// The same for sentences that differ in case, spacing and punctuation only.
  public String key(String text) {
    StringBuilder key = new StringBuilder();
    text.substring(from, to)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString().toLowerCase(Locale.ROOT);
  }

  private static void add(List<Sentence> sentences, String text, int from, int to) {
    int start = from;
    while (to - start > LONGEST) {
      int end = cut(text, start);
      addSaying(sentences, text, start, end);
      start = end;
    }
    addSaying(sentences, text, start, to);
  }

  /// Behind the last space or comma, or else between two characters.
  private static int cut(String text, int from) {
    for (int at = from + LONGEST; at > from + LONGEST / 2; at--) {
      char before = text.charAt(at - 1);
      if (Character.isWhitespace(before) || before == ',' || before == '，') {
        return at;
      }
    }
    int end = from + LONGEST;
    return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
  }

  private static void addSaying(List<Sentence> sentences, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.codePointAt(i))) {
        sentences.add(new Sentence(from, to));
        return;
      }
    }
  }

  private static boolean ends(String text, int from, int at) {
    char c = text.charAt(at);
    if (ALWAYS_ENDS.indexOf(c) >= 0) {
      return true;
    }
    boolean space = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    return switch (c) {
      case '!', '?' -> space;
      case '.' -> space && !abbreviation(text, at) && !number(text, from, at);
      default -> false;
    };
  }

  private static boolean abbreviation(String text, int at) {
    return ABBREVIATIONS.stream()
        .anyMatch(it -> text.regionMatches(true, at + 1 - it.length(), it, 0, it.length()));
  }

  /// `1.` before an item.
  private static boolean number(String text, int from, int at) {
    String before = text.substring(from, at).strip();
    return !before.isEmpty() && before.length() <= 2 && before.chars().allMatch(Character::isDigit);
  }
}
