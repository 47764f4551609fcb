package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import java.util.ArrayList;
import java.util.List;

/// Answers that deserve nothing, whatever is asked.
final class NothingSaid {

  private static final List<String> BLANK =
      List.of(
          "", " ", "\n\n\t\n", "...", "?", "？？？", "-", "。", "\u200b\u200b", "\u3000", "***", "😀");

  /// How many of each kind a question meets; the next question meets the next ones.
  private static final int FEW = 3;

  private static final int SOME = 6;
  private static final int MANY = 12;

  private final List<Probe> probes = new ArrayList<>();

  private NothingSaid() {}

  static List<Probe> about(List<AskedQuestion> questions, Language language) {
    Wordings wordings = Wordings.read(language);
    NothingSaid said = new NothingSaid();
    for (int i = 0; i < questions.size(); i++) {
      said.add("blank", BLANK, FEW, i, questions.get(i));
      said.add("don't know", wordings.of("don't know"), MANY, i, questions.get(i));
      said.add("echo", wordings.of("echo"), FEW, i, questions.get(i));
      said.add("off-topic", wordings.of("off-topic"), SOME, i, questions.get(i));
      said.add("injection", wordings.of("injection"), MANY, i, questions.get(i));
    }
    return said.probes;
  }

  private void add(String kind, List<String> wordings, int most, int turn, AskedQuestion question) {
    for (int k = 0; k < most; k++) {
      String wording = wordings.get((turn * most + k) % wordings.size());
      probes.add(question.probe(kind, wording, wording.replace("{question}", question.text())));
    }
  }
}
