package dev.mockingbird.search.bank.editing;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.search.bank.BankJournal;
import dev.mockingbird.search.bank.BankProblems;
import dev.mockingbird.search.bank.BankReader.Known;
import dev.mockingbird.search.bank.QuestionHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Appends to the journal of one question what was decided upon its history. Blocks for Redis.
@Component
class QuestionWrites {

  private final Journal journal;
  private final BankJournal bank;

  QuestionWrites(Journal journal, BankJournal bank) {
    this.journal = journal;
    this.bank = bank;
  }

  /// @param upon what the decision was made upon; when there is more by now, nothing is written
  AppendResult append(
      String id, Known upon, List<BankEvent> events, List<Append.Claim> claims, Author author) {
    EventCodec codec = bank.codec(List.of(id));
    QuestionHistory history = upon.history();
    List<String> scopes = events.stream().flatMap(QuestionWrites::scopes).toList();
    List<Append.Claim> all = new ArrayList<>(claims);
    if (author.asked() != null) {
      all.add(new Append.Claim(BankJournal.REQUESTS, author.request(), author.asked()));
    }
    if (scopes.contains(BankJournal.VERSIONS)) {
      overtaken(upon).forEach(all::add);
    }
    return joined(
        new Append(
            BankJournal.question(id),
            history.facts().isEmpty(),
            author.client(),
            1,
            Map.of(BankJournal.VERSIONS, history.guard(), BankJournal.DRAFT, history.drafts()),
            scopes,
            all,
            events.stream()
                .map(
                    event ->
                        (Append.Entry)
                            codec.draft(
                                id,
                                new EventDraft(
                                    event, author.caller().person(), author.correlationId(), null)))
                .toList(),
            false));
  }

  /// A batch that has written here already, and takes effect only now, would have its words buried
  /// under these without anybody having compared them. So one of the two is decided again: the
  /// batch, or this when the batch was faster.
  private static Stream<Append.Claim> overtaken(Known upon) {
    return upon.history()
        .batches()
        .filter(batch -> !upon.applied().contains(batch))
        .distinct()
        .map(batch -> new Append.Claim(BankJournal.APPLIED, batch, BankJournal.OVERTAKEN));
  }

  /// Whether the author's request took effect before.
  ///
  /// @throws org.springframework.web.ErrorResponseException when their key stands for another one
  boolean tookEffect(Author author) {
    if (author.asked() == null) {
      return false;
    }
    Optional<String> asked = bank.asked(author.request());
    if (asked.isPresent() && !asked.get().equals(author.asked())) {
      throw BankProblems.keyReused();
    }
    return asked.isPresent();
  }

  /// Of a request that took effect: the number of its last fact.
  long lastFact(String id, Author author) {
    AppendResult result =
        joined(new Append(BankJournal.question(id), false, author.client(), 1, List.of()));
    if (result instanceof AppendResult.Seen seen) {
      return seen.sequence();
    }
    throw new IllegalStateException("A repeat was answered " + result);
  }

  private static Stream<String> scopes(BankEvent event) {
    return switch (event) {
      case BankEvent.QuestionPublished _,
          BankEvent.QuestionRetired _,
          BankEvent.QuestionReinstated _,
          BankEvent.QuestionPurged _ ->
          Stream.of(BankJournal.VERSIONS);
      case BankEvent.QuestionDrafted _, BankEvent.DraftDiscarded _ -> Stream.of(BankJournal.DRAFT);
      case BankEvent.ImportApplied _, BankEvent.ImportUndone _ -> Stream.empty();
    };
  }

  private AppendResult joined(Append append) {
    return journal.append(append).toCompletableFuture().join();
  }
}
