package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.shell.DryRunJson;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How one list was read, beside what is right for it.
///
/// @param topics share of the found questions that have the right topic
/// @param attached share of them whose answer was found, with its lines, or rightly not found
/// @param invented share of the questions without an answer that were given one
record ListScore(
    String key,
    int expected,
    int read,
    int found,
    double topics,
    double attached,
    double invented,
    double confidence,
    String shape,
    long millis) {

  /// Lines that a question may be away from where it was expected.
  private static final int NEAR = 3;

  private static final double ALIKE = 0.8;

  private record Pair(JsonNode right, DryRunJson.Item read, double distance) {}

  static ListScore of(String key, JsonNode list, DryRunJson read, String text, long millis) {
    List<Pair> pairs = pairs(list.path("questions"), read.items());
    String[] lines = text.replace("\r\n", "\n").split("\n", -1);
    long unanswered = pairs.stream().filter(it -> !answered(it.right())).count();
    long invented =
        pairs.stream()
            .filter(it -> !answered(it.right()) && !choice(it.right()) && it.read().hasAnswer())
            .count();
    return new ListScore(
        key,
        list.path("questions").size(),
        read.items().size(),
        pairs.size(),
        share(pairs, ListScore::sameTopic),
        share(pairs, it -> sameAnswer(it, lines)),
        unanswered == 0 ? 0 : (double) invented / unanswered,
        read.confidence(),
        read.shape(),
        millis);
  }

  double f1() {
    return expected + read == 0 ? 1 : 2.0 * found / (expected + read);
  }

  static String table(List<ListScore> scores) {
    String rows =
        scores.stream()
            .map(
                it ->
                    "%-24s %4d of %4d  F1 %.3f  topics %.3f  attached %.3f  invented %.3f  sure %.2f  %5d ms  %s"
                        .formatted(
                            it.key,
                            it.found,
                            it.expected,
                            it.f1(),
                            it.topics,
                            it.attached,
                            it.invented,
                            it.confidence,
                            it.millis,
                            it.shape))
            .collect(Collectors.joining("\n"));
    return rows
        + "\nmean F1 %.3f, topics %.3f, attached %.3f, invented %.3f; worst F1 %.3f"
            .formatted(
                mean(scores, ListScore::f1),
                mean(scores, ListScore::topics),
                mean(scores, ListScore::attached),
                mean(scores, ListScore::invented),
                scores.stream().mapToDouble(ListScore::f1).min().orElse(0));
  }

  private static double mean(List<ListScore> scores, ToDoubleFunction<ListScore> figure) {
    return scores.stream().mapToDouble(figure).average().orElse(0);
  }

  private static double share(List<Pair> pairs, java.util.function.Predicate<Pair> right) {
    return pairs.isEmpty() ? 0 : (double) pairs.stream().filter(right).count() / pairs.size();
  }

  /// The nearest first; each side once.
  private static List<Pair> pairs(JsonNode questions, List<DryRunJson.Item> items) {
    Set<Object> taken = new HashSet<>();
    return questions
        .valueStream()
        .flatMap(right -> items.stream().flatMap(item -> pair(right, item)))
        .sorted(Comparator.comparingDouble(Pair::distance))
        .filter(it -> !taken.contains(it.right()) && !taken.contains(it.read()))
        .peek(it -> taken.addAll(List.of(it.right(), it.read())))
        .toList();
  }

  private static Stream<Pair> pair(JsonNode right, DryRunJson.Item item) {
    int away =
        Stream.of("line_start", "title_line")
            .filter(right::hasNonNull)
            .mapToInt(it -> Math.abs(right.path(it).asInt() - item.line()))
            .min()
            .orElse(Integer.MAX_VALUE);
    if (away > NEAR) {
      return Stream.empty();
    }
    double alike =
        Stream.of("question", "question_alt", "title")
            .filter(right::hasNonNull)
            .mapToDouble(it -> alike(right.path(it).asString(), item.question()))
            .max()
            .orElse(0);
    return alike < ALIKE ? Stream.empty() : Stream.of(new Pair(right, item, away - alike / 2));
  }

  private static double alike(String right, String read) {
    String one = letters(right);
    String other = letters(read);
    if (!one.isEmpty() && other.startsWith(one)) {
      return 1;
    }
    Set<String> left = pairsOf(one);
    Set<String> both = new HashSet<>(left);
    Set<String> all = pairsOf(other);
    both.retainAll(all);
    return left.size() + all.size() == 0 ? 0 : 2.0 * both.size() / (left.size() + all.size());
  }

  private static Set<String> pairsOf(String text) {
    return IntStream.range(0, Math.max(0, text.length() - 1))
        .mapToObj(i -> text.substring(i, i + 2))
        .collect(Collectors.toSet());
  }

  private static String letters(String text) {
    return text.replaceAll("<[^>]{1,40}>", "")
        .replaceAll("[\\W_&&[^\\p{L}\\p{N}]]+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean sameTopic(Pair pair) {
    JsonNode path = pair.right().path("section_path");
    if (path.isEmpty()) {
      return true;
    }
    if (pair.read().section().isEmpty()) {
      return false;
    }
    String right = letters(path.path(path.size() - 1).asString());
    String read = letters(pair.read().section().getLast());
    return read.contains(right) || read.length() > 1 && right.contains(read);
  }

  private static boolean sameAnswer(Pair pair, String[] lines) {
    boolean answered = answered(pair.right());
    if (!answered || !pair.read().hasAnswer()) {
      return answered == pair.read().hasAnswer() || choice(pair.right());
    }
    Set<Integer> right =
        spoken(
            pair.right().path("answer_line_start").asInt(),
            pair.right().path("answer_line_end").asInt(),
            lines);
    Set<Integer> read =
        pair.read().answerLines().stream()
            .flatMap(it -> spoken(it.getFirst(), it.getLast(), lines).stream())
            .collect(Collectors.toSet());
    long both = right.stream().filter(read::contains).count();
    return both >= 0.9 * right.size() && read.size() - both <= Math.max(1, 0.1 * right.size());
  }

  private static Set<Integer> spoken(int from, int to, String[] lines) {
    return IntStream.rangeClosed(from, to)
        .filter(line -> line <= lines.length && !letters(lines[line - 1]).isEmpty())
        .boxed()
        .collect(Collectors.toSet());
  }

  private static boolean answered(JsonNode right) {
    return right.path("has_answer").asBoolean();
  }

  /// Its answer may be said by a link or by its options.
  private static boolean choice(JsonNode right) {
    return right.hasNonNull("inline_hint")
        || right.hasNonNull("correct") && right.hasNonNull("options") && !answered(right);
  }
}
