package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Lets whole lists into the bank: load, decide, write, and only then make it count.
@Service
class Bank {

  private static final int ATTEMPTS = 5;

  private final BankJournal journal;
  private final MeterRegistry meters;

  Bank(BankJournal journal, MeterRegistry meters) {
    this.journal = journal;
    this.meters = meters;
  }

  boolean isEmpty() {
    return journal.generation() == 0;
  }

  /// What an import would do now; nothing is written.
  ImportReport preview(ImportRequest request) {
    Reading draft = MarkdownReader.read(request.markdown(), Choice.none(request.language()));
    return ImportReport.of(
        request.batch(journal.generation()), request, draft, decide(request, draft));
  }

  /// All of the list or nothing of it: a version counts only from its batch's `ImportApplied` on.
  /// An import that breaks off is gone on with by sending it again.
  ImportReport apply(ImportRequest request) {
    Reading draft = MarkdownReader.read(request.markdown(), Choice.none(request.language()));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<KeptAnswer> before = journal.answer(request);
      if (before.isPresent()) {
        return before.get().report(request, draft);
      }
      long generation = journal.generation();
      String batch = request.batch(generation);
      ImportPlan plan = decide(request, draft);
      KeptAnswer answer = KeptAnswer.of(request, batch, plan);
      if (plan.publications().isEmpty()
          ? kept(request, answer)
          : written(plan, generation, request, answer)) {
        return ImportReport.of(batch, request, draft, plan);
      }
    }
    throw BankProblems.changedMeanwhile();
  }

  private boolean written(
      ImportPlan plan, long generation, ImportRequest request, KeptAnswer answer) {
    List<CompletableFuture<AppendResult>> writes =
        plan.publications().stream()
            .map(it -> journal.publish(it, answer.batch(), request).toCompletableFuture())
            .toList();
    boolean all =
        writes.stream().map(CompletableFuture::join).filter(Bank::stands).count() == writes.size();
    return all
        && switch (journal.apply(event(plan, request, answer), generation, request, answer)) {
          case AppendResult.Appended _ -> {
            count(plan);
            yield true;
          }
          // Applied by the same list under another key or none.
          case AppendResult.Seen _ -> kept(request, answer);
          case AppendResult other -> stands(other);
        };
  }

  private static BankEvent.ImportApplied event(
      ImportPlan plan, ImportRequest request, KeptAnswer answer) {
    return new BankEvent.ImportApplied(
        answer.batch(),
        request.source(),
        request.sha256(),
        MarkdownReader.RULES,
        plan.ids(ImportPlan.Outcome.ADDED),
        plan.ids(ImportPlan.Outcome.CHANGED),
        (int) (plan.count(ImportPlan.Outcome.UNCHANGED) + plan.count(ImportPlan.Outcome.KNOWN)),
        List.of(),
        List.of(),
        null);
  }

  /// @return false when the key stands for an answer already: it is found when asked again
  private boolean kept(ImportRequest request, KeptAnswer answer) {
    return request.idempotencyKey() == null
        || journal.keep(request, answer) instanceof AppendResult.Appended;
  }

  private void count(ImportPlan plan) {
    meters.counter("mockingbird.bank.imports").increment();
    for (ImportPlan.Outcome outcome : ImportPlan.Outcome.values()) {
      meters
          .counter("mockingbird.bank.imported", "outcome", outcome.name().toLowerCase(Locale.ROOT))
          .increment(plan.count(outcome));
    }
  }

  /// @return false when the bank changed since it was read, so that the import is decided again
  private static boolean stands(AppendResult result) {
    return switch (result) {
      case AppendResult.Appended _, AppendResult.Seen _ -> true;
      case AppendResult.Conflict _,
          AppendResult.Taken _,
          AppendResult.Exists _,
          AppendResult.Missing _ ->
          false;
      case AppendResult.Sealed _ -> throw new IllegalStateException("The bank is never sealed");
    };
  }

  private ImportPlan decide(ImportRequest request, Reading draft) {
    List<Identity> identities =
        draft.items().stream()
            .filter(item -> item.kind() == ReadItem.Kind.QUESTION)
            .map(item -> Identity.of(request.source(), item))
            .toList();
    Map<String, String> holders =
        journal.holders(
            identities.stream()
                .flatMap(it -> Stream.concat(Stream.ofNullable(it.key()), Stream.of(it.text())))
                .collect(Collectors.toSet()));
    Map<String, QuestionHistory> histories =
        journal.histories(
            identities.stream()
                .map(it -> ImportDecider.id(it, holders))
                .collect(Collectors.toSet()));
    return ImportDecider.decide(
        request.source(),
        draft.items(),
        new ImportDecider.Known(holders, histories, applied(histories)));
  }

  private Set<String> applied(Map<String, QuestionHistory> histories) {
    return journal.applied(
        histories.values().stream().flatMap(QuestionHistory::batches).collect(Collectors.toSet()));
  }
}
