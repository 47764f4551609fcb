package dev.mockingbird.search.catalog;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How much two titles say the same, judged by their pairs of characters: 1 for equal ones whatever
/// their case, spacing and punctuation. A suggestion for people, never a decision.
final class Likeness {

  /// Below it a suggestion is noise.
  static final double WORTH_SAYING = 0.5;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}+#]+");

  private Likeness() {}

  static double of(String one, String other) {
    String left = bare(one);
    String right = bare(other);
    if (left.equals(right)) {
      return left.isEmpty() ? 0 : 1;
    }
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 1 < left.length(); i++) {
      pairs.merge(left.substring(i, i + 2), 1, Integer::sum);
    }
    int shared = 0;
    for (int i = 0; i + 1 < right.length(); i++) {
      if (pairs.merge(right.substring(i, i + 2), -1, Integer::sum) >= 0) {
        shared++;
      }
    }
    int all = Math.max(0, left.length() - 1) + Math.max(0, right.length() - 1);
    return all == 0 ? 0 : Math.round(200.0 * shared / all) / 100.0;
  }

  private static String bare(String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return NO_WORD.matcher(plain).replaceAll("");
  }
}
