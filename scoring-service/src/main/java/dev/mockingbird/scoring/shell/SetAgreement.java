package dev.mockingbird.scoring.shell;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.agreement.Agreement;
import dev.mockingbird.scoring.agreement.Estimate;
import dev.mockingbird.scoring.agreement.GradedAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The agreement over the answers of one set and language.
record SetAgreement(String set, Language language, Agreement agreement) {

  private record Key(String set, Language language) {}

  /// In the order of their names.
  static List<SetAgreement> of(List<GradedAnswer> answers, List<Estimate> estimates) {
    Map<Key, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      Key key = new Key(answers.get(i).set(), answers.get(i).language());
      places.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
    }
    return places.entrySet().stream()
        .map(
            it ->
                new SetAgreement(
                    it.getKey().set(),
                    it.getKey().language(),
                    Agreement.of(
                        it.getValue().stream().map(answers::get).toList(),
                        it.getValue().stream().map(estimates::get).toList())))
        .sorted(Comparator.comparing(SetAgreement::set).thenComparing(SetAgreement::language))
        .toList();
  }
}
