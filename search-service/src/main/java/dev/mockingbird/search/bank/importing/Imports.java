package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.QuestionFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The imports that took effect, oldest first, and what was taken back of them.
final class Imports {

  static final Imports NONE = of(List.of());

  private final List<Past> all;
  private final Set<String> batches;
  private final Set<String> takenBack;
  private final long count;
  private final @Nullable Instant last;

  private Imports(
      List<Past> all,
      Set<String> batches,
      Set<String> takenBack,
      long count,
      @Nullable Instant last) {
    this.all = all;
    this.batches = batches;
    this.takenBack = takenBack;
    this.count = count;
    this.last = last;
  }

  /// @param undone absent while it stands
  record Past(BankEvent.ImportApplied event, Instant at, PersonId by, @Nullable Undone undone) {}

  record Undone(BankEvent.ImportUndone event, Instant at, PersonId by) {}

  static Imports of(List<QuestionFact> facts) {
    Map<String, Undone> undone = new HashMap<>();
    Set<String> batches = new LinkedHashSet<>();
    Set<String> takenBack = new LinkedHashSet<>();
    for (QuestionFact fact : facts) {
      if (fact.event() instanceof BankEvent.ImportUndone it) {
        undone.put(it.undone(), new Undone(it, fact.at(), fact.actor()));
        batches.add(it.batch());
        takenBack.add(it.batch());
        takenBack.add(it.undone());
      }
    }
    List<Past> all = new ArrayList<>();
    for (QuestionFact fact : facts) {
      if (fact.event() instanceof BankEvent.ImportApplied it) {
        all.add(new Past(it, fact.at(), fact.actor(), undone.get(it.batch())));
        batches.add(it.batch());
      }
    }
    return new Imports(
        List.copyOf(all),
        Set.copyOf(batches),
        Set.copyOf(takenBack),
        facts.size(),
        facts.isEmpty() ? null : facts.getLast().at());
  }

  List<Past> all() {
    return all;
  }

  /// All that took effect, imports and undoings.
  Set<String> batches() {
    return batches;
  }

  /// How many facts there are: what a next one is decided upon.
  long count() {
    return count;
  }

  boolean changedSince(Instant time) {
    return last != null && !last.isBefore(time);
  }

  Optional<Past> find(String batch) {
    return all.stream().filter(it -> it.event().batch().equals(batch)).findFirst();
  }

  /// Of what counts about a question, what was not taken back; the taking back is not among it
  /// either.
  List<QuestionFact> standing(BankReader.Known known) {
    return standing(known, takenBack);
  }

  private static List<QuestionFact> standing(BankReader.Known known, Set<String> takenBack) {
    return known.history().counting(known.applied()).stream()
        .filter(fact -> fact.batch() == null || !takenBack.contains(fact.batch()))
        .toList();
  }

  /// What stands of one list.
  Source source(String name) {
    return new Source(
        all.stream()
            .filter(it -> it.undone() == null && it.event().source().equals(name))
            .map(Past::event)
            .toList(),
        takenBack);
  }

  /// @param imports of one list that stand, oldest first
  static final class Source {

    private final List<BankEvent.ImportApplied> imports;
    private final Map<String, Said> said = new HashMap<>();
    private final Set<String> batches;
    private final Set<String> takenBack;

    private Source(List<BankEvent.ImportApplied> imports, Set<String> takenBack) {
      this.imports = imports;
      this.takenBack = takenBack;
      this.batches =
          imports.stream().map(BankEvent.ImportApplied::batch).collect(Collectors.toSet());
      for (BankEvent.ImportApplied it : imports) {
        for (int i = 0; i < Math.min(it.order().size(), it.said().size()); i++) {
          said.put(it.order().get(i), Said.parse(it.said().get(i)));
        }
      }
    }

    /// The list's questions as they stood in it the last time; facts of old tell only what they
    /// added and changed.
    List<String> order() {
      return imports.isEmpty() ? List.of() : order(imports.getLast());
    }

    List<String> saidInOrder() {
      return imports.isEmpty() ? List.of() : imports.getLast().said();
    }

    /// Every question that the list ever held.
    Set<String> questions() {
      Set<String> all = new LinkedHashSet<>();
      imports.forEach(it -> all.addAll(order(it)));
      return all;
    }

    /// What it said the last time about a question.
    Optional<Said> said(String question) {
      return Optional.ofNullable(said.get(question));
    }

    boolean brought(@Nullable String batch) {
      return batch != null && batches.contains(batch);
    }

    /// Whether what the question says now came with the list; what was taken back leaves what it
    /// stood upon.
    boolean broughtLast(BankReader.Known known) {
      return standing(known, takenBack).reversed().stream()
          .filter(fact -> fact.event() instanceof BankEvent.QuestionPublished)
          .findFirst()
          .filter(fact -> brought(fact.batch()))
          .isPresent();
    }

    private static List<String> order(BankEvent.ImportApplied it) {
      if (!it.order().isEmpty()) {
        return it.order();
      }
      List<String> known = new ArrayList<>(it.added());
      known.addAll(it.changed());
      return known;
    }
  }
}
