package dev.mockingbird.search.bank.editing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Filing;
import dev.mockingbird.search.bank.BankReader.Known;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionState;
import dev.mockingbird.search.web.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may do what to a question, and what it leads to. Organisers publish, restore, retire and
/// reinstate; everybody on the staff writes drafts.
final class EditDecider {

  private final String id;
  private final Known known;
  private final QuestionState state;
  private final Caller actor;

  private EditDecider(String id, Known known, Caller actor) {
    this.id = id;
    this.known = known;
    this.state = known.state();
    this.actor = actor;
  }

  /// @param actor somebody of the staff
  static Decision decide(String id, Known known, Caller actor, EditCommand command) {
    return new EditDecider(id, known, actor).decide(command);
  }

  private Decision decide(EditCommand command) {
    if (state.purged()) {
      return refused(Refusal.NO_SUCH_QUESTION);
    }
    return switch (command) {
      case EditCommand.Publish it -> publish(it);
      case EditCommand.SaveDraft it -> saveDraft(it);
      case EditCommand.DiscardDraft it -> discardDraft(it);
      case EditCommand.Restore it -> restore(it);
      case EditCommand.Retire it -> retire(it);
      case EditCommand.Reinstate _ -> reinstate();
    };
  }

  private Decision publish(EditCommand.Publish it) {
    Long draftBase = it.draftBase();
    boolean takesDraft = draftBase != null && state.draft() != null;
    if (!actor.organiser()) {
      return refused(Refusal.ORGANISERS_ONLY);
    }
    if (state.retired() != null) {
      return refused(Refusal.QUESTION_RETIRED);
    }
    if (it.base() != state.version()
        || (draftBase != null && draftBase != known.history().drafts())
        || (takesDraft && rewritesUnseen(it.draftOn()))
        || (draftBase == null && state.last() == null && state.draft() != null)) {
      return refused(Refusal.EDIT_CONFLICT);
    }
    if (it.wanted().elsewhere()) {
      return refused(Refusal.QUESTION_EXISTS);
    }
    List<BankEvent> events = new ArrayList<>();
    Question wanted = question(it.wanted(), known.history().versions() + 1);
    if (state.last() == null || !state.last().question().says(wanted)) {
      events.add(published(wanted));
    }
    if (takesDraft) {
      events.add(new BankEvent.DraftDiscarded(id));
    }
    return new Decision.Accepted(events);
  }

  private Decision saveDraft(EditCommand.SaveDraft it) {
    if (state.retired() != null) {
      return refused(Refusal.QUESTION_RETIRED);
    }
    if (it.base() != state.version()
        || it.draftBase() != known.history().drafts()
        || rewritesUnseen(it.draftOn())) {
      return refused(Refusal.EDIT_CONFLICT);
    }
    if (it.wanted().elsewhere()) {
      return refused(Refusal.QUESTION_EXISTS);
    }
    Question wanted = question(it.wanted(), it.base() + 1);
    QuestionState.Draft draft = state.draft();
    if (draft != null && draft.base() == it.base() && draft.question().says(wanted)) {
      return new Decision.Accepted(List.of());
    }
    return new Decision.Accepted(
        List.of(
            new BankEvent.QuestionDrafted(
                wanted.content(), wanted.staff(), wanted.filing(), it.base())));
  }

  /// A draft says what an earlier version said: taken for one upon the version that stands, it
  /// would take back all that was published in between.
  private boolean rewritesUnseen(@Nullable Integer draftOn) {
    QuestionState.Draft draft = state.draft();
    return draft != null
        && draft.base() != state.version()
        && (draftOn == null || draftOn != draft.base());
  }

  private Decision discardDraft(EditCommand.DiscardDraft it) {
    QuestionState.Draft draft = state.draft();
    if (draft == null) {
      return refused(Refusal.NO_DRAFT);
    }
    if (it.draftBase() != null && it.draftBase() != known.history().drafts()) {
      return refused(Refusal.EDIT_CONFLICT);
    }
    return actor.organiser() || draft.by().equals(actor.person())
        ? new Decision.Accepted(List.of(new BankEvent.DraftDiscarded(id)))
        : refused(Refusal.NOT_YOUR_DRAFT);
  }

  private Decision restore(EditCommand.Restore it) {
    QuestionState.Version last = state.last();
    if (!actor.organiser()) {
      return refused(Refusal.ORGANISERS_ONLY);
    }
    if (last == null) {
      return refused(Refusal.NO_SUCH_QUESTION);
    }
    if (state.retired() != null) {
      return refused(Refusal.QUESTION_RETIRED);
    }
    Optional<Question> wanted = version(it.version());
    if (wanted.isEmpty()) {
      return refused(Refusal.NO_SUCH_VERSION);
    }
    if (it.base() != last.number()) {
      return refused(Refusal.EDIT_CONFLICT);
    }
    Question restored = restored(wanted.get(), last.question());
    return new Decision.Accepted(
        last.question().says(restored) ? List.of() : List.of(published(restored)));
  }

  /// What it says comes back; where it came from and what it is linked with stays as it is.
  private Question restored(Question wanted, Question now) {
    return new Question(
        wanted.numbered(known.history().versions() + 1).content(),
        wanted.staff(),
        new Filing(
            wanted.filing().furtherTopics(), now.filing().source(), now.filing().translationKey()));
  }

  private Decision retire(EditCommand.Retire it) {
    if (!actor.organiser()) {
      return refused(Refusal.ORGANISERS_ONLY);
    }
    if (state.last() == null) {
      return refused(Refusal.NO_SUCH_QUESTION);
    }
    return state.retired() != null
        ? refused(Refusal.QUESTION_RETIRED)
        : new Decision.Accepted(List.of(new BankEvent.QuestionRetired(id, it.reason(), null)));
  }

  private Decision reinstate() {
    QuestionState.Version last = state.last();
    if (!actor.organiser()) {
      return refused(Refusal.ORGANISERS_ONLY);
    }
    if (last == null) {
      return refused(Refusal.NO_SUCH_QUESTION);
    }
    Question question = last.question();
    return state.retired() == null
        ? refused(Refusal.NOT_RETIRED)
        : new Decision.Accepted(
            List.of(
                new BankEvent.QuestionReinstated(
                    question.content(), question.staff(), question.filing())));
  }

  private Optional<Question> version(int number) {
    return known.history().counting(known.applied()).stream()
        .flatMap(
            fact ->
                fact.event() instanceof BankEvent.QuestionPublished it
                    ? Stream.of(new Question(it.content(), it.staff(), it.filing()))
                    : Stream.empty())
        .filter(it -> it.content().version() == number)
        .findFirst();
  }

  private Question question(EditCommand.Wanted wanted, int version) {
    QuestionState.Version last = state.last();
    return wanted
        .form()
        .question(
            id,
            version,
            new Filing(
                wanted.form().furtherTopics(),
                last == null ? null : last.question().filing().source(),
                wanted.translationKey()));
  }

  private static BankEvent published(Question question) {
    return new BankEvent.QuestionPublished(
        question.content(), question.staff(), question.filing(), null);
  }

  private static Decision refused(Refusal reason) {
    return new Decision.Refused(reason);
  }
}
