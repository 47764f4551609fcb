package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key points of a reference answer that nobody wrote any for: its list items and sentences,
/// and of these the clauses that can be read alone.
final class KeyPoints {

  private static final int MOST = 24;
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?(^```|\\z)");
  private static final Pattern MARKUP = Pattern.compile("[*_`#>|]+|!?\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern ITEM =
      Pattern.compile("\\s*(?:[-*+•]\\s|\\d{1,2}[.、)）]\\s*(?=\\D)|[（(]\\d{1,2}[)）]|[①-⑳])\\s*(.*)");
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[。！？；;])|(?<!^\\s{0,8}\\d{1,2}\\.)(?<=[.!?])(?=\\s)|(?=[①-⑳])");

  private KeyPoints() {}

  /// Whether people wrote any.
  static boolean written(Submission submission) {
    return submission.keyPoints().stream().anyMatch(it -> !Guards.blank(it.text()));
  }

  /// The key points to try, one list for each reference that has any.
  static List<List<KeyPoint>> choices(Submission submission) {
    List<KeyPoint> given =
        submission.keyPoints().stream().filter(it -> !Guards.blank(it.text())).toList();
    if (!given.isEmpty()) {
      return List.of(given);
    }
    return submission.references().stream()
        .map(KeyPoints::of)
        .filter(points -> !points.isEmpty())
        .toList();
  }

  static List<KeyPoint> of(String reference) {
    List<KeyPoint> points = new ArrayList<>();
    FENCE
        .matcher(reference)
        .replaceAll("\n")
        .lines()
        .flatMap(line -> SENTENCE_END.splitAsStream(line))
        .flatMap(IndependentClauses::of)
        .map(KeyPoints::plain)
        .filter(KeyPoints::saysSomething)
        .limit(MOST)
        .forEach(text -> points.add(new KeyPoint(text, 1)));
    if (points.isEmpty() && saysSomething(reference)) {
      points.add(new KeyPoint(plain(reference), 1));
    }
    return points;
  }

  private static String plain(String part) {
    Matcher item = ITEM.matcher(part);
    String text = item.matches() ? item.group(1) : part;
    return MARKUP.matcher(text).replaceAll(it -> it.group(1) == null ? "" : "$1").strip();
  }

  /// A heading that only announces what follows is no key point.
  private static boolean saysSomething(String text) {
    return !text.endsWith(":")
        && !text.endsWith("：")
        && Term.of(text).stream().anyMatch(term -> !StopWords.contains(term.key()));
  }
}
