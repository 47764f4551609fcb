package dev.mockingbird.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words of a query, English ones in singular and plural: the analysis that every Elasticsearch
/// has cannot do that.
///
/// @param text all words and their other forms
/// @param required how many of them a text must have, or one shared character would be a hit
record Words(String text, int required) {

  private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
  private static final int FORMLESS = 3;
  private static final double COVERAGE = 0.65;

  static Words of(String query) {
    List<String> words =
        WORD.matcher(query.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    List<String> forms = new ArrayList<>(words);
    words.stream()
        .filter(
            word -> word.length() > FORMLESS && word.chars().allMatch(c -> c >= 'a' && c <= 'z'))
        .map(Words::otherNumber)
        .forEach(forms::add);
    int required = words.size() <= 2 ? words.size() : (int) (words.size() * COVERAGE);
    return new Words(String.join(" ", forms), Math.max(1, required));
  }

  private static String otherNumber(String word) {
    String stem = word.substring(0, word.length() - 1);
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("y")) {
      return stem + "ies";
    }
    return word.endsWith("s") && !word.endsWith("ss") ? stem : word + "s";
  }
}
