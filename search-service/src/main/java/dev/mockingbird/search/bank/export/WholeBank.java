package dev.mockingbird.search.bank.export;

import dev.mockingbird.search.bank.BankJournal;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Every question that is found now, by topic, a few at a time. Blocks for Redis.
@Component
class WholeBank {

  private static final int AT_ONCE = 200;

  private final BankJournal journal;
  private final BankReader bank;

  WholeBank(BankJournal journal, BankReader bank) {
    this.journal = journal;
    this.bank = bank;
  }

  /// What a question is sorted by: the topic, and beside its counterparts in other languages.
  private record Place(String topic, String group, String title, String id) {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::topic)
            .thenComparing(Place::group)
            .thenComparing(Place::title)
            .thenComparing(Place::id);

    static Place of(Question question) {
      return new Place(
          question.content().topic(),
          Objects.requireNonNullElse(question.translationKey(), ""),
          question.content().title(),
          question.content().id());
    }
  }

  /// Where the bank's questions go.
  interface Receiver {
    void take(Question question) throws IOException;
  }

  /// The order is found in a walk of its own, so that only a few questions are held at a time.
  List<String> order() {
    List<Place> places = new ArrayList<>();
    for (List<String> ids : chunks(List.copyOf(journal.ids()))) {
      current(ids).values().forEach(question -> places.add(Place.of(question)));
    }
    places.sort(Place.ORDER);
    return places.stream().map(Place::id).toList();
  }

  /// What was retired meanwhile is passed over.
  void read(List<String> order, Receiver receiver) throws IOException {
    for (List<String> ids : chunks(order)) {
      Map<String, Question> questions = current(ids);
      for (String id : ids) {
        Question question = questions.get(id);
        if (question != null) {
          receiver.take(question);
        }
      }
    }
  }

  private Map<String, Question> current(List<String> ids) {
    Map<String, Question> found = new java.util.HashMap<>();
    bank.read(ids)
        .forEach((id, known) -> known.state().current().ifPresent(it -> found.put(id, it)));
    return found;
  }

  private static List<List<String>> chunks(List<String> ids) {
    List<List<String>> chunks = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      chunks.add(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
    }
    return chunks;
  }
}
