package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Full-mark answers with something added that should change nothing.
final class SaidWithMore {

  /// How many variants of each kind an answer meets; the next answer meets the next ones.
  private static final int FEW = 2;

  /// @param answer with full marks
  record Pair(Probe answer, Probe more) {}

  private final Map<String, Map<String, UnaryOperator<String>>> changes = new LinkedHashMap<>();
  private final Random random = new Random(3);

  private SaidWithMore(Language language) {
    Wordings wordings = Wordings.read(language);
    List<String> texts = wordings.of("off-topic");
    changes.put("injection", around(wordings.of("injection")));
    changes.put("another subject", around(texts));
    changes.put("chatter", around(wordings.of("chatter")));
    changes.put("100 KB", beside(Disguises.noise(texts, language)));
    changes.put("repetition", Disguises.repetitions());
    changes.put("hidden characters", Disguises.hidden());
    changes.put("look-alikes", Disguises.lookAlikes(language));
  }

  /// @param most answers of one set
  static List<Pair> than(List<AskedQuestion> questions, Language language, int most) {
    SaidWithMore more = new SaidWithMore(language);
    Map<String, List<Probe>> sets = new LinkedHashMap<>();
    for (AskedQuestion question : questions) {
      for (String answer : question.fullMarks()) {
        sets.computeIfAbsent(question.set(), _ -> new ArrayList<>())
            .add(question.probe("full marks", "", answer));
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (List<Probe> set : sets.values()) {
      int some = Math.min(most, set.size());
      for (int i = 0; i < some; i++) {
        more.add(i, set.get((int) ((long) i * set.size() / some)), pairs);
      }
    }
    return pairs;
  }

  private void add(int turn, Probe answer, List<Pair> pairs) {
    changes.forEach(
        (kind, variants) -> {
          List<String> names = List.copyOf(variants.keySet());
          for (int k = 0; k < FEW; k++) {
            String name = names.get((FEW * turn + k) % names.size());
            String more = variants.get(name).apply(answer.answer());
            if (!more.equals(answer.answer())) {
              pairs.add(new Pair(answer, answer.question().probe(kind, name, more)));
            }
          }
        });
  }

  /// Before or behind, in the same line or in one of its own.
  private Map<String, UnaryOperator<String>> around(List<String> texts) {
    Map<String, UnaryOperator<String>> around = new LinkedHashMap<>();
    for (String text : texts) {
      around.put(
          text,
          answer -> {
            String gap = random.nextBoolean() ? "\n" : " ";
            return random.nextBoolean() ? text + gap + answer : answer + gap + text;
          });
    }
    return around;
  }

  private Map<String, UnaryOperator<String>> beside(Map<String, String> texts) {
    Map<String, UnaryOperator<String>> beside = new LinkedHashMap<>();
    texts.forEach(
        (name, text) ->
            beside.put(
                name,
                answer -> random.nextBoolean() ? text + "\n" + answer : answer + "\n" + text));
    return beside;
  }
}
