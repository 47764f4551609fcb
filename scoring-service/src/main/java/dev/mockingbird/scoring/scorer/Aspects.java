package dev.mockingbird.scoring.scorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far an answer covers some key points, seen from several sides; each is 0 to 1, and more
/// words in the answer lower none of them.
final class Aspects {

  /// In the order of [#of].
  enum Aspect {
    /// Share of what the tokens tell that something in the answer means as well.
    MEANING,
    /// Share of the terms that the answer has word for word.
    WORDS,
    /// Share of the runs of characters that the question does not have already.
    RUNS,
    /// Share of the pieces of words, likewise.
    PIECES,
    /// How much nearer than the question the answer comes, of how much there was to come.
    BEYOND_THE_QUESTION,
    /// Mean cosine of the telling tokens that the answer comes least near.
    WEAKEST,
    /// Share of neighbouring tokens whose counterparts follow each other in the answer as well.
    ORDER,
    /// Mean share of the things to name that stands in one place of the answer.
    NAMED,
    /// Share of the things to name of which nearly all stands in one place.
    WHOLE,
    /// Mean likeness of the things to name to the places of the answer that are likest.
    ALIKE
  }

  private static final double STRONG = 0.3;
  private static final double WEAKEST_SHARE = 0.3;
  private static final int NEAR_BY = 6;
  private static final double MEANS_THE_SAME = 0.45;
  private static final double NEARLY_ALL = 0.75;
  private static final double STEEPNESS = 15;

  private Aspects() {}

  /// Those of the key points together, each weighing as a person said.
  static double[] of(List<Alignment> alignments) {
    Mean meaning = new Mean();
    Mean words = new Mean();
    Mean runs = new Mean();
    Mean pieces = new Mean();
    Mean nearer = new Mean();
    Mean toCome = new Mean();
    Mean order = new Mean();
    Mean named = new Mean();
    Mean whole = new Mean();
    Mean alike = new Mean();
    List<Double> strong = new ArrayList<>();
    double heaviest =
        alignments.stream()
            .flatMapToDouble(it -> Arrays.stream(it.keyPoint().weights()))
            .max()
            .orElse(0);
    for (Alignment alignment : alignments) {
      EncodedKeyPoint point = alignment.keyPoint();
      double importance = point.point().weight();
      float[] cosine = alignment.nearest().cosine();
      for (int i = 0; i < cosine.length; i++) {
        double weight = importance * point.weights()[i];
        meaning.add(same(cosine[i]), weight);
        nearer.add(Math.max(cosine[i] - point.asked()[i], 0), weight);
        toCome.add(1 - point.asked()[i], weight);
        if (point.weights()[i] >= STRONG * heaviest) {
          strong.add((double) cosine[i]);
        }
      }
      for (int i = 0; i < alignment.has().length; i++) {
        words.add(alignment.has()[i] ? 1 : 0, importance * point.termWeights()[i]);
      }
      runs.add(share(alignment.runs(), point.runs().size()), importance * point.runs().size());
      pieces.add(
          share(alignment.pieces(), point.pieces().size()), importance * point.pieces().size());
      for (int i = 0; i < alignment.named().said().length; i++) {
        named.add(alignment.named().said()[i], importance);
        whole.add(alignment.named().said()[i] >= NEARLY_ALL ? 1 : 0, importance);
        alike.add(alignment.named().alike()[i], importance);
      }
      addOrder(alignment, importance, order);
    }
    return new double[] {
      meaning.value(0),
      words.value(0),
      runs.value(words.value(0)),
      pieces.value(words.value(0)),
      nearer.value(0) / Math.max(toCome.value(1), 0.05),
      weakest(strong),
      order.value(meaning.value(0)),
      named.value(words.value(0)),
      whole.value(words.value(0)),
      alike.value(words.value(0))
    };
  }

  private static void addOrder(Alignment alignment, double importance, Mean order) {
    EncodedKeyPoint point = alignment.keyPoint();
    int before = -1;
    for (int i = 0; i < point.telling().length; i++) {
      if (!point.tells(i)) {
        continue;
      }
      if (before >= 0) {
        int step = alignment.nearest().where()[i] - alignment.nearest().where()[before];
        double both =
            Math.min(alignment.nearest().cosine()[before], alignment.nearest().cosine()[i]);
        order.add(step > 0 && step <= NEAR_BY ? both : 0, importance);
      }
      before = i;
    }
  }

  private static double weakest(List<Double> strong) {
    return strong.stream()
        .sorted()
        .limit(Math.max(1, (int) (strong.size() * WEAKEST_SHARE)))
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private static double same(double cosine) {
    return Calibration.logistic(STEEPNESS * (cosine - MEANS_THE_SAME));
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }

  private static final class Mean {

    private double sum;
    private double weights;

    void add(double value, double weight) {
      sum += value * weight;
      weights += weight;
    }

    double value(double ofNothing) {
      return weights == 0 ? ofNothing : sum / weights;
    }
  }
}
