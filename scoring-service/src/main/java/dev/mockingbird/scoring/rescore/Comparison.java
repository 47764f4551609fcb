package dev.mockingbird.scoring.rescore;

import dev.mockingbird.events.AnswerScores;
import dev.mockingbird.events.ScoreEvent.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What counts beside what one scorer says, answer by answer.
///
/// @param differences in the order of interviews, questions and attempts
record Comparison(Scorer scorer, List<Difference> differences, Summary summary) {

  /// @param old what counts; absent where nothing does yet
  record Difference(
      String interview, int question, int attempt, @Nullable Finding old, Finding proposed) {

    private boolean both() {
      return old != null && old.score() != null && proposed.score() != null;
    }

    /// Points up or down; 0 where one of them gives none.
    int change() {
      return old == null || old.score() == null || proposed.score() == null
          ? 0
          : proposed.score() - old.score();
    }

    private boolean same() {
      return old != null && old.sentence().equals(proposed.sentence());
    }
  }

  /// @param answers that the scorer has said something of
  /// @param counting of them where its word counts already
  /// @param same to the point and interval
  /// @param interval the same score within other ends
  /// @param meanChange over those that both give points
  record Summary(
      int answers,
      int counting,
      int up,
      int down,
      int interval,
      int same,
      @Nullable Double meanChange,
      int nowScored,
      int nowNotScored,
      int otherReason) {}

  static Comparison of(KnownScores known, Scorer scorer) {
    List<Difference> all = new ArrayList<>();
    int counting = 0;
    for (var entry : known.answers().entrySet()) {
      Optional<AnswerScores.Score> proposed = entry.getValue().of(scorer);
      if (proposed.isPresent()) {
        Optional<AnswerScores.Score> counts = entry.getValue().counting();
        if (counts.equals(proposed)) {
          counting++;
        } else {
          all.add(difference(entry.getKey(), counts, proposed.get()));
        }
      }
    }
    return new Comparison(
        scorer, all.stream().filter(it -> !it.same()).toList(), summary(all, counting));
  }

  private static Difference difference(
      AnswerName name, Optional<AnswerScores.Score> counts, AnswerScores.Score proposed) {
    return new Difference(
        name.interview(),
        name.question(),
        name.attempt(),
        counts.map(it -> Finding.of(it.event())).orElse(null),
        Finding.of(proposed.event()));
  }

  private static Summary summary(List<Difference> all, int counting) {
    List<Difference> both = all.stream().filter(Difference::both).toList();
    var mean = both.stream().mapToInt(Difference::change).average();
    List<Difference> others = all.stream().filter(it -> !it.both() && !it.same()).toList();
    int same = (int) all.stream().filter(Difference::same).count();
    int up = (int) both.stream().filter(it -> it.change() > 0).count();
    int down = (int) both.stream().filter(it -> it.change() < 0).count();
    int nowScored = (int) others.stream().filter(it -> it.proposed().score() != null).count();
    int nowNotScored =
        (int) others.stream().filter(it -> it.old() != null && it.old().score() != null).count();
    return new Summary(
        all.size() + counting,
        counting,
        up,
        down,
        (int) both.stream().filter(it -> it.change() == 0 && !it.same()).count(),
        same,
        mean.isPresent() ? Math.round(mean.getAsDouble() * 100) / 100.0 : null,
        nowScored,
        nowNotScored,
        others.size() - nowScored - nowNotScored);
  }
}
