package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Held.Try;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// How the scorer as a whole, guards included, stands what is tried on it.
final class ProbeFigures {

  private static final int NOTHING = 10;
  private static final int MOVED = 5;
  private static final int FULL_MARK_ANSWERS = 150;
  private static final int SHOWN = 12;

  private final IntFunction<AlignmentScorer> ofFold;
  private final Map<String, List<Try>> rows = new LinkedHashMap<>();
  private final Map<String, Integer> through = new TreeMap<>();

  private ProbeFigures(IntFunction<AlignmentScorer> ofFold) {
    this.ofFold = ofFold;
  }

  /// @param ofFold the scorer that was not fitted on the questions of this fold
  static void print(
      List<AskedQuestion> questions, Language language, IntFunction<AlignmentScorer> ofFold) {
    ProbeFigures figures = new ProbeFigures(ofFold);
    figures.addNothing(NothingSaid.about(questions, language));
    figures.addMore(SaidWithMore.than(questions, language, FULL_MARK_ANSWERS));
    figures.rows.forEach((name, tries) -> Held.of(tries).print(name));
    figures.printThrough();
  }

  private void addNothing(List<Probe> probes) {
    List<OptionalInt> scores = probes.parallelStream().map(this::score).toList();
    for (int i = 0; i < probes.size(); i++) {
      add("nothing said gets at most 10", probes.get(i), scores.get(i).orElse(0) <= NOTHING);
    }
  }

  private void addMore(List<SaidWithMore.Pair> pairs) {
    Map<Probe, OptionalInt> before = new HashMap<>();
    pairs.forEach(it -> before.computeIfAbsent(it.answer(), this::score));
    List<OptionalInt> after = pairs.parallelStream().map(it -> score(it.more())).toList();
    for (int i = 0; i < pairs.size(); i++) {
      OptionalInt alone = Objects.requireNonNull(before.get(pairs.get(i).answer()));
      if (alone.isPresent()) {
        boolean held = Math.abs(after.get(i).orElse(-100) - alone.getAsInt()) <= MOVED;
        add("full marks and more moves at most 5", pairs.get(i).more(), held);
      }
    }
  }

  private void add(String figure, Probe probe, boolean held) {
    Try one = new Try(probe.question().name(), probe.kind() + ": " + probe.wording(), held);
    rows.computeIfAbsent(figure, _ -> new ArrayList<>()).add(one);
    rows.computeIfAbsent(figure + ", " + probe.kind(), _ -> new ArrayList<>()).add(one);
    if (!held) {
      through.merge(one.wording(), 1, Integer::sum);
    }
  }

  /// Not scored earns nothing.
  private OptionalInt score(Probe probe) {
    Assessment assessment = ofFold.apply(probe.question().fold()).assess(probe.submission());
    return assessment instanceof Scored scored
        ? OptionalInt.of(scored.score())
        : OptionalInt.empty();
  }

  private void printThrough() {
    through.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .forEach(
            it ->
                System.out.printf(
                    Locale.ROOT, "  got through %d times: %s%n", it.getValue(), it.getKey()));
  }
}
