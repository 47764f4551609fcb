package dev.mockingbird.search.bank;

import java.util.Arrays;
import java.util.regex.Pattern;

/// How much alike two wordings are, 0 to 1, whatever their case, spacing and punctuation.
public final class Similarity {

  /// C# is not C.
  private static final Pattern SAYS_NOTHING = Pattern.compile("[\\s\\p{Z}\\p{P}&&[^#]]+");

  /// Up to here a single typo is told by counting it.
  private static final int SHORT = 60;

  private static final double ONE_TYPO = 0.5;

  private Similarity() {}

  public static String bare(String text) {
    String plain = Identity.plain(text);
    String bare = SAYS_NOTHING.matcher(Identity.unnumbered(plain)).replaceAll("");
    return bare.isEmpty() ? plain.strip() : bare;
  }

  /// How much two titles say the same in other words. A suggestion for people, never a decision.
  public static double alike(String one, String other) {
    String left = bare(one);
    String right = bare(other);
    double alike = left.equals(right) ? 1 : dice(grams(left), grams(right));
    return left.isEmpty() ? 0 : Math.round(100 * alike) / 100.0;
  }

  /// Both [#bare].
  public static double between(String one, String other) {
    return between(one, grams(one), other, grams(other));
  }

  /// Both [#bare], with their [#grams].
  public static double between(String one, int[] gramsOfOne, String other, int[] gramsOfOther) {
    if (one.equals(other)) {
      return 1;
    }
    double dice = dice(gramsOfOne, gramsOfOther);
    int longer = Math.max(one.length(), other.length());
    if (longer > SHORT) {
      return dice;
    }
    int typos = typos(one, other);
    double kept = 1 - (double) typos / longer;
    return Math.max(dice, typos == 1 ? Math.max(kept, ONE_TYPO) : kept);
  }

  /// More than [#between] can be for texts of these lengths.
  public static double atBest(int one, int other) {
    int shorter = Math.min(one, other);
    int longer = Math.max(one, other);
    return longer <= SHORT ? 1 : 2.0 * shorter / Math.max(1, one + other - 2);
  }

  /// Pairs of neighbouring characters, sorted.
  public static int[] grams(String bare) {
    int[] grams = new int[Math.max(0, bare.length() - 1)];
    for (int i = 0; i < grams.length; i++) {
      grams[i] = bare.charAt(i) << Character.SIZE | bare.charAt(i + 1);
    }
    Arrays.sort(grams);
    return grams;
  }

  /// Both sorted.
  public static double dice(int[] one, int[] other) {
    if (one.length + other.length == 0) {
      return 0;
    }
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return 2.0 * common / (one.length + other.length);
  }

  /// Characters to insert, take away, replace, or exchange with their neighbour.
  private static int typos(String one, String other) {
    int[][] distance = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, one, other, i, j);
      }
    }
    return distance[one.length()][other.length()];
  }

  private static int step(int[][] distance, String one, String other, int i, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least =
        Math.min(
            Math.min(distance[i - 1][j], distance[i][j - 1]) + 1,
            distance[i - 1][j - 1] + (same ? 0 : 1));
    boolean exchanged =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return exchanged ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
