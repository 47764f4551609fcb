package dev.mockingbird.scoring.scorer.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A comparable bit of text: a stemmed word, or two neighbouring Chinese characters.
///
/// @param from UTF-16 offset into the text, `to` exclusive
public record Term(String key, int from, int to) {

  public static List<Term> of(String text) {
    List<Term> terms = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      if (Script.chinese(text.codePointAt(at))) {
        end = Script.runEnd(text, at, Script::chinese);
        bigrams(text, at, end, terms);
      } else if (Script.word(text.codePointAt(at))) {
        end = Script.runEnd(text, at, Script::word);
        terms.add(new Term(stem(text.substring(at, end)), at, end));
      } else {
        end += Character.charCount(text.codePointAt(at));
      }
      at = end;
    }
    return terms;
  }

  public static Set<String> keys(String text) {
    Set<String> keys = new HashSet<>();
    of(text).forEach(term -> keys.add(term.key));
    return keys;
  }

  /// How much it tells about what was said: function words tell next to nothing.
  public double weight() {
    return StopWords.contains(key) ? 0.05 : 1;
  }

  private static void bigrams(String text, int from, int to, List<Term> terms) {
    if (text.codePointCount(from, to) == 1) {
      terms.add(new Term(text.substring(from, to), from, to));
      return;
    }
    int at = from;
    int next = text.offsetByCodePoints(at, 1);
    while (next < to) {
      int end = text.offsetByCodePoints(next, 1);
      terms.add(new Term(text.substring(at, end), at, end));
      at = next;
      next = end;
    }
  }

  /// Light: plurals and the commonest endings only, so that `indexes` meets `index`.
  private static String stem(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int length = lower.length();
    if (length > 5 && lower.endsWith("ing")) {
      return lower.substring(0, length - 3);
    }
    if (length > 4 && (lower.endsWith("ed") || lower.endsWith("es"))) {
      return lower.substring(0, length - 2);
    }
    if (length > 4 && lower.endsWith("e")) {
      return lower.substring(0, length - 1);
    }
    return length > 3 && lower.endsWith("s") && !lower.endsWith("ss") && !abbreviation(word)
        ? lower.substring(0, length - 1)
        : lower;
  }

  /// `HTTPS` is one, and `JVMs` is more than one.
  private static boolean abbreviation(String word) {
    boolean consonants = word.codePoints().noneMatch(it -> "aeiouyAEIOUY".indexOf(it) >= 0);
    int last = word.length() - 1;
    return consonants
        && Character.isLowerCase(word.charAt(last)) == Character.isLowerCase(word.charAt(last - 1));
  }
}
