package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How likely a reading is what the author of the list meant, and what that rests on.
record Certainty(double value, List<Reason> because) {

  private static final int MANY = 10;

  /// So much of what was taken may be missing before somebody has to look.
  private static final double BEARABLE = 0.1;

  /// One line that asks may be a heading above the others.
  private static final int FEW = 2;

  private static final double UNSURE = 0.6;

  /// @param taken by shape: how many of its pieces became questions
  /// @param covered how much of the file was understood, 0 to 1
  static Certainty of(
      Ranked main,
      List<Ranked> ranked,
      Map<String, Integer> taken,
      List<ReadItem> items,
      double covered,
      Missed missed) {
    List<ReadItem> questions =
        items.stream().filter(it -> it.kind() == ReadItem.Kind.QUESTION).toList();
    if (questions.isEmpty()) {
      return new Certainty(items.isEmpty() ? 0 : 0.6, List.of(Reason.of("shape.none")));
    }
    List<Reason> because = new ArrayList<>();
    int n = questions.size();
    int starts = taken.getOrDefault(main.shape(), main.starts());
    int asks = Math.min(main.asking(), starts);
    double asking = Math.max(starts == 0 ? 0 : (double) asks / starts, share(questions));
    because.add(Reason.of("shape.asks", asks, starts, main.shape()));
    double value = 0.30 + 0.45 * Math.min(1, asking / 0.65) + 0.15 * covered;
    if (main.sequence() > 0.5) {
      value += (main.sequence() - 0.5) * 0.5;
      because.add(Reason.of("shape.counts"));
    }
    if (n < 3) {
      value -= 0.15;
      because.add(Reason.of("shape.few", n));
    }
    double rival = rival(main, ranked, taken);
    if (rival > 0.8) {
      value -= (rival - 0.8) * 1.2;
      because.add(Reason.of("shape.near"));
    }
    double answered = (double) questions.stream().filter(ReadItem::hasReference).count() / n;
    long topics = questions.stream().map(ReadItem::section).distinct().count();
    if (n >= MANY && covered >= 0.9 && rival <= 0.8 && (answered >= 0.8 || topics >= 3)) {
      value += 0.12;
    }
    if (answered > 0.05 && answered < 0.5) {
      value = Math.min(value, 0.85);
      because.add(
          Reason.of("shape.answers", questions.stream().filter(ReadItem::hasReference).count(), n));
    }
    if (missed.asking() >= FEW && missed.asking() > n * BEARABLE) {
      value = Math.min(value, UNSURE);
      because.add(Reason.of("shape.left", missed.asking()));
    }
    if (missed.answered() > n * BEARABLE) {
      value = Math.min(value, UNSURE);
      because.add(Reason.of("shape.copies", missed.answered()));
    }
    if (missed.quiet() * 3 > n) {
      value = Math.min(value, UNSURE);
      because.add(Reason.of("shape.quiet", missed.quiet()));
    }
    return new Certainty(Math.clamp(value, 0, 0.99), because);
  }

  private static double share(List<ReadItem> questions) {
    return (double) questions.stream().filter(it -> Wording.asks(it.title())).count()
        / questions.size();
  }

  /// How near the next shape comes that is neither part nor whole of the one that was taken, and
  /// was not taken beside it.
  private static double rival(Ranked main, List<Ranked> ranked, Map<String, Integer> taken) {
    return ranked.stream()
        .filter(it -> !related(it.shape(), main.shape()))
        .filter(it -> taken.getOrDefault(it.shape(), 0) * 2 <= it.starts())
        .mapToDouble(it -> main.score() <= 0 ? 1 : it.score() / main.score())
        .findFirst()
        .orElse(0);
  }

  private static boolean related(String one, String other) {
    return one.startsWith(other) || other.startsWith(one) || one.equals(Shape.LINE);
  }
}
