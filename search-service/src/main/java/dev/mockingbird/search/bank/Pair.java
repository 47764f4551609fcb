package dev.mockingbird.search.bank;

import java.util.Optional;

/// Two questions that a person linked as one question in two languages. Its key names both, so that
/// either finds the other without an index.
public record Pair(String first, String second) {

  private static final String PREFIX = "pair/";

  /// Whether a list of this name would give its questions keys that look like a pair's.
  public static boolean names(String list) {
    return PREFIX.equals(list + "/");
  }

  public static Pair of(String one, String other) {
    return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
  }

  public static Optional<Pair> parse(String translationKey) {
    int plus = translationKey.indexOf('+');
    return translationKey.startsWith(PREFIX) && plus > 0
        ? Optional.of(
            new Pair(
                translationKey.substring(PREFIX.length(), plus),
                translationKey.substring(plus + 1)))
        : Optional.empty();
  }

  public String key() {
    return PREFIX + first + "+" + second;
  }

  Optional<String> beside(String id) {
    return id.equals(first)
        ? Optional.of(second)
        : id.equals(second) ? Optional.of(first) : Optional.empty();
  }
}
