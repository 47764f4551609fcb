package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.AccessEvent;
import dev.mockingbird.events.PersonId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who saw a reference: a fact of its own for every view.
@Component
class ReferenceViews {

  private final Journal journal;
  private final EventCodec codec;

  ReferenceViews(Journal journal, EventCodec codec) {
    this.journal = journal;
    this.codec = codec;
  }

  /// Returns when the view is on disk.
  void remember(String question, PersonId person, String correlationId) {
    Append.Fact fact =
        codec.draft(
            question,
            new EventDraft(
                new AccessEvent.ContentViewed(AccessEvent.Content.REFERENCE, question),
                person,
                correlationId,
                null));
    String view = UUID.randomUUID().toString();
    AppendResult result = append(question, view, false, fact);
    if (result instanceof AppendResult.Missing) {
      result = append(question, view, true, fact);
    }
    if (result instanceof AppendResult.Exists) {
      result = append(question, view, false, fact);
    }
    if (!(result instanceof AppendResult.Appended)) {
      throw new IllegalStateException("A view was not remembered: " + result);
    }
  }

  private AppendResult append(String question, String view, boolean birth, Append.Fact fact) {
    JournalKeys keys = new JournalKeys(BankJournal.TAG, "viewed", question);
    return journal
        .append(new Append(keys, birth, view, 1, List.of(fact)))
        .toCompletableFuture()
        .join();
  }
}
