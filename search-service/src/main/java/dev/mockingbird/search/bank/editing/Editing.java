package dev.mockingbird.search.bank.editing;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Filing;
import dev.mockingbird.search.bank.BankJournal;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.BankReader.Known;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.Pair;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionForm;
import dev.mockingbird.search.bank.QuestionHistory;
import dev.mockingbird.search.bank.QuestionState;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Carries out what people want of a question: load, decide, append; when the question changed in
/// between, once more. A request that is sent again takes effect once and gets the same answer.
@Service
class Editing {

  private static final int ATTEMPTS = 5;

  private final BankReader bank;
  private final BankJournal journal;
  private final QuestionWrites writes;
  private final Links links;
  private final Drafts drafts;
  private final MeterRegistry meters;

  Editing(
      BankReader bank,
      BankJournal journal,
      QuestionWrites writes,
      Links links,
      Drafts drafts,
      MeterRegistry meters) {
    this.bank = bank;
    this.journal = journal;
    this.writes = writes;
    this.links = links;
    this.drafts = drafts;
    this.meters = meters;
  }

  /// A new question: published when an organiser writes it, else a draft that nobody finds.
  Outcome create(String id, QuestionForm form, Author author) {
    return author.caller().organiser()
        ? publish(id, 0, null, null, form, author, true)
        : saveDraft(id, 0, 0, null, form, author, true);
  }

  Outcome publish(
      String id,
      int base,
      @Nullable Long draftBase,
      @Nullable Integer draftOn,
      QuestionForm form,
      Author author) {
    return publish(id, base, draftBase, draftOn, form, author, false);
  }

  Outcome saveDraft(
      String id,
      int base,
      long draftBase,
      @Nullable Integer draftOn,
      QuestionForm form,
      Author author) {
    return saveDraft(id, base, draftBase, draftOn, form, author, false);
  }

  /// What needs no form.
  Outcome execute(String id, EditCommand command, Author author) {
    return execute(id, author, false, null, (_, _) -> command);
  }

  private Outcome publish(
      String id,
      int base,
      @Nullable Long draftBase,
      @Nullable Integer draftOn,
      QuestionForm form,
      Author author,
      boolean creating) {
    Outcome outcome =
        execute(
            id,
            author,
            creating,
            form,
            (known, elsewhere) ->
                new EditCommand.Publish(
                    base, draftBase, draftOn, wanted(id, known, form, elsewhere)));
    String other = form.translation();
    if (outcome instanceof Outcome.Done && other != null) {
      link(id, other, author.next());
    }
    return outcome;
  }

  private Outcome saveDraft(
      String id,
      int base,
      long draftBase,
      @Nullable Integer draftOn,
      QuestionForm form,
      Author author,
      boolean creating) {
    return execute(
        id,
        author,
        creating,
        form,
        (known, elsewhere) ->
            new EditCommand.SaveDraft(
                base, draftBase, draftOn, wanted(id, known, form, elsewhere)));
  }

  private EditCommand.Wanted wanted(String id, Known known, QuestionForm form, boolean elsewhere) {
    QuestionState.Version last = known.state().last();
    return new EditCommand.Wanted(
        form, links.key(id, last == null ? null : last.question(), form), elsewhere);
  }

  private Outcome execute(
      String id,
      Author author,
      boolean creating,
      @Nullable QuestionForm form,
      BiFunction<Known, Boolean, EditCommand> command) {
    Known known = bank.read(id);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (writes.tookEffect(author)) {
        return repeated(id, author);
      }
      if (!creating && !known.state().exists()) {
        return new Outcome.Refused(Refusal.NO_SUCH_QUESTION, known, null);
      }
      Holder holder = form == null ? Holder.NOBODY : holder(id, form);
      EditCommand wanted = command.apply(known, holder.existing() != null);
      switch (EditDecider.decide(id, known, author.caller(), wanted)) {
        case Decision.Refused(var reason) -> {
          count(reason.name());
          return new Outcome.Refused(reason, known, holder.existing());
        }
        case Decision.Accepted(var events) when events.isEmpty() -> {
          return new Outcome.Done(id, known.state().version(), known.history().drafts());
        }
        case Decision.Accepted(var events) -> {
          switch (writes.append(id, known, events, claims(id, events, holder), author)) {
            case AppendResult.Appended _ -> {
              return done(id, known, events);
            }
            case AppendResult.Seen _,
                AppendResult.Conflict _,
                AppendResult.Taken _,
                AppendResult.Exists _,
                AppendResult.Missing _ ->
                known = bank.read(id);
            case AppendResult.Sealed _ ->
                throw new IllegalStateException("The bank is never sealed");
          }
        }
      }
    }
    return new Outcome.Refused(Refusal.EDIT_CONFLICT, known, null);
  }

  private Outcome.Done done(String id, Known before, List<BankEvent> events) {
    int version = before.state().version();
    long draftBase = before.history().drafts();
    for (BankEvent event : events) {
      count(event.getClass().getSimpleName());
      if (event instanceof BankEvent.QuestionPublished published) {
        version = published.content().version();
      }
      if (event instanceof BankEvent.QuestionDrafted || event instanceof BankEvent.DraftDiscarded) {
        draftBase++;
      }
    }
    if (events.getLast() instanceof BankEvent.DraftDiscarded) {
      drafts.forget(id, draftBase);
    }
    return new Outcome.Done(id, version, draftBase);
  }

  private Outcome.Done repeated(String id, Author author) {
    long last = writes.lastFact(id, author);
    Known now = bank.read(id);
    Known then =
        new Known(
            new QuestionHistory(
                now.history().facts().stream().filter(it -> it.number() <= last).toList()),
            now.applied());
    return new Outcome.Done(id, then.state().version(), then.history().drafts());
  }

  /// The other one gets the key that names both as well, whatever else it says.
  private void link(String id, String other, Author author) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Known known = bank.read(other);
      Optional<Question> current = known.state().current();
      String key = bank.find(id).map(Question::translationKey).orElse(null);
      if (current.isEmpty() || key == null || key.equals(current.get().translationKey())) {
        return;
      }
      if (!key.equals(Pair.of(id, other).key())) {
        return;
      }
      Question linked = linked(current.get(), key, known.history().versions() + 1);
      List<BankEvent> events =
          List.of(
              new BankEvent.QuestionPublished(
                  linked.content(), linked.staff(), linked.filing(), null));
      if (writes.append(other, known, events, List.of(), author) instanceof AppendResult.Appended) {
        return;
      }
    }
  }

  private static Question linked(Question question, String key, int version) {
    Filing filing = question.filing();
    return new Question(
        question.numbered(version).content(),
        question.staff(),
        new Filing(filing.furtherTopics(), filing.source(), key));
  }

  /// A wording belongs to one question; one that is held by what counts for nobody stays there.
  private List<Append.Claim> claims(String id, List<BankEvent> events, Holder holder) {
    return events.stream()
        .flatMap(
            event ->
                switch (event) {
                  case BankEvent.QuestionPublished it -> text(id, it, holder);
                  case BankEvent.QuestionDrafted _ -> Stream.of(Drafts.claim(id));
                  case BankEvent.QuestionRetired _,
                      BankEvent.QuestionReinstated _,
                      BankEvent.QuestionPurged _,
                      BankEvent.DraftDiscarded _,
                      BankEvent.ImportApplied _,
                      BankEvent.ImportUndone _ ->
                      Stream.empty();
                })
        .toList();
  }

  private Stream<Append.Claim> text(String id, BankEvent.QuestionPublished it, Holder judged) {
    String field =
        Identity.text(it.content().language(), it.content().title(), it.content().body());
    String holder = field.equals(judged.field()) ? judged.question() : held(field);
    return holder == null || holder.equals(id)
        ? Stream.of(new Append.Claim(BankJournal.IDENTITIES, field, id))
        : Stream.empty();
  }

  /// Who has the words of a form. What is claimed follows from the same look as what is refused:
  /// somebody who takes them in between makes the claim fail, and it is looked again.
  ///
  /// @param question absent when nobody has them
  /// @param existing another question that says this now
  private record Holder(
      String field, @Nullable String question, Outcome.@Nullable Existing existing) {

    static final Holder NOBODY = new Holder("", null, null);
  }

  private Holder holder(String id, QuestionForm form) {
    String field =
        Identity.text(Objects.requireNonNull(form.language()), form.title(), form.body());
    String question = held(field);
    return new Holder(
        field,
        question,
        Optional.ofNullable(question)
            .filter(holder -> !holder.equals(id))
            .map(holder -> new Outcome.Existing(holder, bank.read(holder).state()))
            .filter(it -> it.state().last() != null)
            .filter(it -> says(it.state(), field))
            .orElse(null));
  }

  private @Nullable String held(String field) {
    return journal.holders(List.of(field)).get(field);
  }

  /// A question keeps the wordings it had, so that it is recognised by them; only what it says now
  /// is in the way of another one.
  private static boolean says(QuestionState state, String field) {
    var content = Objects.requireNonNull(state.last()).question().content();
    return Identity.text(content.language(), content.title(), content.body()).equals(field);
  }

  private void count(String what) {
    meters.counter("mockingbird.bank.edits", "outcome", what.toLowerCase(Locale.ROOT)).increment();
  }
}
