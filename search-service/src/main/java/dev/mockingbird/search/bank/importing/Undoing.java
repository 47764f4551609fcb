package dev.mockingbird.search.bank.importing;

import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.importing.ImportJournal.Asker;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Takes imports back, each by a batch of its own: all of it or nothing, and once.
@Service
class Undoing {

  private static final int ATTEMPTS = 5;

  private final ImportJournal journal;
  private final BankReader reader;
  private final Batches batches;

  Undoing(ImportJournal journal, BankReader reader, Batches batches) {
    this.journal = journal;
    this.reader = reader;
    this.batches = batches;
  }

  Undone undo(String batch, Asker asker) {
    String request = Identity.digest("undo " + batch);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Undone> before = journal.answer(asker).map(it -> it.to(request, Undone.class));
      if (before.isPresent()) {
        return before.get();
      }
      Imports imports = journal.imports();
      Imports.Past past = imports.find(batch).orElseThrow(() -> ImportProblems.noSuchImport(batch));
      if (past.undone() != null) {
        throw ImportProblems.undoneAlready();
      }
      UndoPlan plan =
          UndoPlan.decide(past.event(), reader.read(UndoPlan.touched(past.event())), imports);
      Undone answer = answer(plan);
      String undo = "u" + Identity.digest(batch + "\n" + plan.basis()).substring(0, 15);
      AppendResult result =
          batches.write(
              undo,
              plan.effects(),
              event(undo, batch, plan),
              imports.count(),
              asker,
              KeptAnswer.of(request, answer));
      if (result instanceof AppendResult.Appended) {
        return answer;
      }
    }
    throw ImportProblems.changedMeanwhile();
  }

  private static BankEvent.ImportUndone event(String undo, String batch, UndoPlan plan) {
    return new BankEvent.ImportUndone(
        undo,
        batch,
        ids(plan.restored()),
        ids(plan.retired()),
        plan.kept().stream().map(Question::content).map(it -> it.id()).toList());
  }

  private static List<String> ids(List<? extends ImportPlan.Effect> effects) {
    return effects.stream().map(ImportPlan.Effect::id).toList();
  }

  private static Undone answer(UndoPlan plan) {
    return new Undone(
        plan.restored().size(),
        plan.retired().size(),
        plan.kept().stream()
            .map(Question::content)
            .map(it -> new Undone.Kept(it.id(), it.title()))
            .toList());
  }
}
