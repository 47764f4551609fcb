package dev.mockingbird.scoring.scorer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// The share of tries against which the scorer held, with the 95 % bootstrap interval. It is drawn
/// by question and by wording: neither other questions nor other wordings would be like these.
record Held(double share, double low, double high, int tries, int questions, int wordings) {

  private static final int DRAWS = 2000;
  private static final long SEED = 20_130_614;

  record Try(String question, String wording, boolean held) {}

  static Held of(List<Try> tries) {
    int[] questions = numbered(tries.stream().map(Try::question).toList());
    int[] wordings = numbered(tries.stream().map(Try::wording).toList());
    int most = 1 + Arrays.stream(questions).max().orElse(-1);
    int ways = 1 + Arrays.stream(wordings).max().orElse(-1);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] shares = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] byQuestion = drawn(most, random);
      int[] byWording = drawn(ways, random);
      double held = 0;
      double all = 0;
      for (int i = 0; i < questions.length; i++) {
        double weight = (double) byQuestion[questions[i]] * byWording[wordings[i]];
        all += weight;
        held += tries.get(i).held() ? weight : 0;
      }
      shares[draw] = all == 0 ? Double.NaN : held / all;
    }
    double[] sorted = Arrays.stream(shares).filter(Double::isFinite).sorted().toArray();
    return new Held(
        tries.stream().mapToDouble(it -> it.held() ? 1 : 0).average().orElse(Double.NaN),
        sorted.length == 0 ? Double.NaN : sorted[(int) (0.025 * (sorted.length - 1))],
        sorted.length == 0 ? Double.NaN : sorted[(int) (0.975 * (sorted.length - 1))],
        tries.size(),
        most,
        ways);
  }

  void print(String name) {
    System.out.printf(
        Locale.ROOT,
        "%-52s %.3f (%.3f-%.3f)  n %d, questions %d%s%n",
        name,
        share,
        low,
        high,
        tries,
        questions,
        wordings > 1 ? ", wordings " + wordings : "");
  }

  /// How often each was drawn.
  private static int[] drawn(int of, SplittableRandom random) {
    int[] times = new int[of];
    for (int i = 0; i < of; i++) {
      times[random.nextInt(of)]++;
    }
    return times;
  }

  private static int[] numbered(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    return names.stream()
        .mapToInt(it -> numbers.computeIfAbsent(it, _ -> numbers.size()))
        .toArray();
  }
}
