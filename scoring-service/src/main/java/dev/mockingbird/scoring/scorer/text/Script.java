package dev.mockingbird.scoring.scorer.text;

import java.util.function.IntPredicate;

/// What kind of character this is.
public final class Script {

  private Script() {}

  public static boolean chinese(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  /// A letter or digit of a script that puts spaces between words.
  public static boolean word(int codePoint) {
    return Character.isLetterOrDigit(codePoint) && !chinese(codePoint);
  }

  public static int runEnd(String text, int from, IntPredicate kind) {
    int at = from;
    while (at < text.length() && kind.test(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }
}
