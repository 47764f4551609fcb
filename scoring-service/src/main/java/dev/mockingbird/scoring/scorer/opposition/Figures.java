package dev.mockingbird.scoring.scorer.opposition;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Numbers and complexities.
final class Figures {

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\w.])O\\s?[(（][^)）]{1,12}[)）]|(?<![\\w.^(（])\\d+(?:\\.\\d+)?(?![.、)）]\\s)|(?<=[(（])\\d+(?:\\.\\d+)?(?![\\d.)）])"
              + "|(?<!第)[两二三四五六七八九十](?=[个次倍种层位条类步级])");

  private static final String NUMERALS = "零一二三四五六七八九十";

  private Figures() {}

  static Set<String> in(String text) {
    Set<String> figures = new HashSet<>();
    FIGURE.matcher(text).results().forEach(it -> figures.add(figure(it.group())));
    return figures;
  }

  /// `O(n²)` and `o(n^2)` are the same.
  private static String figure(String written) {
    int numeral = NUMERALS.indexOf(written.replace('两', '二'));
    if (numeral >= 0) {
      return String.valueOf(numeral);
    }
    return Normalizer.normalize(written, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s()^]", "");
  }
}
