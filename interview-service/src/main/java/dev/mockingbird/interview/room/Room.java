package dev.mockingbird.interview.room;

import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.Questions;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.document.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The state of one room: the fold of its journal up to [#sequence()]. Not thread-safe.
public final class Room {

  public enum Status {
    /// Not opened: the journal is empty.
    UNBORN,
    /// Nobody has been let in yet.
    WAITING,
    LIVE,
    ENDED
  }

  public record Planned(QuestionSnapshot content, StaffMaterial staff) {}

  public record ChatLine(Instant at, PersonId person, String text) {}

  public record Note(Instant at, PersonId person, String text, @Nullable Integer question) {}

  private final Map<PersonId, Member> members = new LinkedHashMap<>();
  private final List<Planned> plan = new ArrayList<>();
  private final List<AskedQuestion> questions = new ArrayList<>();
  private final Map<String, Document> documents = new LinkedHashMap<>();
  private final List<ChatLine> chat = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Long> scopes = new HashMap<>();
  private Status status = Status.UNBORN;
  private String title = "";
  private Language language = Language.ENGLISH;
  private int plannedMinutes;
  private String callLink = "";
  private @Nullable Instant openedAt;
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;
  private @Nullable Instant focusUntil;
  private long kept;
  private long planned;
  private long sequence;

  /// Takes the next entry of the journal.
  public void evolve(RoomEntry entry, long sequence, Instant at) {
    if (sequence != this.sequence + 1) {
      throw new IllegalStateException(
          "Entry " + sequence + " does not follow entry " + this.sequence);
    }
    this.sequence = sequence;
    entry.bumps().forEach(scope -> scopes.merge(scope, 1L, Long::sum));
    switch (entry) {
      case RoomEntry.Edited edited ->
          documents.computeIfAbsent(edited.document(), this::document).apply(edited.updates());
      case RoomEntry.Happened(PersonId actor, RoomEvent event) -> evolve(actor, event, at);
    }
  }

  /// Takes a fact of the time before a snapshot, of which the edits between are missing.
  void recall(RoomEntry fact, Instant at) {
    if (fact instanceof RoomEntry.Happened(PersonId actor, RoomEvent event)) {
      evolve(actor, event, at);
    }
  }

  /// Ends what [#recall] began: from here on every entry is taken.
  void resumeAt(long sequence, Map<String, Long> scopes, List<Document> documents) {
    if (this.sequence != 0) {
      throw new IllegalStateException("A room goes on from a snapshot only at its beginning");
    }
    this.sequence = sequence;
    this.scopes.putAll(scopes);
    documents.forEach(document -> this.documents.put(document.id(), document));
  }

  private void evolve(PersonId actor, RoomEvent event, Instant at) {
    switch (event) {
      case RoomEvent.RoomOpened opened -> open(opened, at);
      case RoomEvent.CapabilityGranted granted ->
          members.compute(
              granted.person(),
              (person, member) ->
                  member == null
                      ? new Member(person, Set.of(granted.capability()), false, false)
                      : member.with(granted.capability()));
      case RoomEvent.CapabilityWithdrawn withdrawn -> withdraw(withdrawn);
      case RoomEvent.QuestionPlanned added -> {
        plan.add(new Planned(added.content(), added.staff()));
        planned += Questions.length(added.content(), added.staff());
      }
      case RoomEvent.ConsentGiven consent ->
          members.computeIfPresent(
              consent.person(),
              (person, member) ->
                  new Member(person, member.capabilities(), true, member.admitted()));
      case RoomEvent.CandidateAdmitted admitted -> admit(admitted.person(), at);
      case RoomEvent.CallLinkSet set -> callLink = set.url();
      case RoomEvent.QuestionAsked asked -> ask(asked, at);
      case RoomEvent.HintShown hint -> question(hint.question()).hintShown(hint.text());
      case RoomEvent.AnswerSubmitted answer -> answered(answer, at);
      case RoomEvent.ChatPosted posted -> chat.add(new ChatLine(at, actor, posted.text()));
      case RoomEvent.NoteWritten note ->
          notes.add(new Note(at, actor, note.text(), note.question()));
      case RoomEvent.LanguageChosen chosen -> question(chosen.question()).choose(chosen.language());
      case RoomEvent.FollowUpAsked asked ->
          question(asked.question())
              .followedUp(new AskedQuestion.FollowUp(at, actor, asked.text()));
      case RoomEvent.KeyPointTicked ticked ->
          question(ticked.question()).ticked(ticked.keyPoint(), ticked.covered());
      case RoomEvent.TimeAllotted allotted -> allot(allotted);
      case RoomEvent.FocusStarted focus ->
          focusUntil = at.plus(Duration.ofMinutes(focus.minutes()));
      case RoomEvent.FocusEnded focus -> focusUntil = null;
      case RoomEvent.CodeRun run -> ran(run, actor, at);
      case RoomEvent.FeedbackReleased released ->
          released.questions().forEach(number -> question(number).release());
      case RoomEvent.RoomEnded ended -> {
        status = Status.ENDED;
        endedAt = at;
      }
    }
  }

  private void open(RoomEvent.RoomOpened opened, Instant at) {
    status = Status.WAITING;
    title = opened.title();
    language = opened.language();
    plannedMinutes = opened.plannedMinutes();
    callLink = opened.callLink() == null ? "" : opened.callLink();
    openedAt = at;
  }

  private void withdraw(RoomEvent.CapabilityWithdrawn withdrawn) {
    members.computeIfPresent(
        withdrawn.person(),
        (person, member) -> {
          Member left = member.without(withdrawn.capability());
          return left.capabilities().isEmpty() ? null : left;
        });
  }

  private void admit(PersonId admitted, Instant at) {
    members.computeIfPresent(
        admitted,
        (person, member) -> new Member(person, member.capabilities(), member.consented(), true));
    if (status == Status.WAITING) {
      status = Status.LIVE;
      startedAt = at;
    }
  }

  private void ask(RoomEvent.QuestionAsked asked, Instant at) {
    questions.add(
        new AskedQuestion(asked.question(), asked.planned(), asked.content(), asked.staff(), at));
  }

  private void answered(RoomEvent.AnswerSubmitted answer, Instant at) {
    CodeLanguage language =
        DocumentId.parse(answer.document()).map(DocumentId::language).orElse(CodeLanguage.TEXT);
    question(answer.question())
        .answered(
            new AskedQuestion.Answer(
                answer.attempt(),
                at,
                answer.person(),
                answer.text(),
                language,
                answer.documentVersion()));
    kept += answer.text().length();
  }

  private void ran(RoomEvent.CodeRun run, PersonId person, Instant at) {
    question(run.question())
        .ran(
            new AskedQuestion.Run(
                at,
                person,
                run.language(),
                run.documentVersion(),
                run.outcome(),
                run.output(),
                run.truncated(),
                run.millis()));
    kept += run.output().length();
  }

  private void allot(RoomEvent.TimeAllotted allotted) {
    Integer question = allotted.question();
    if (question == null) {
      plannedMinutes = allotted.minutes();
    } else {
      question(question).allot(allotted.minutes());
    }
  }

  private AskedQuestion question(int number) {
    return findQuestion(number).orElseThrow(() -> new IllegalStateException("No q" + number));
  }

  private Document document(String id) {
    return findDocument(id).orElseThrow(() -> new IllegalStateException("No document " + id));
  }

  public Optional<AskedQuestion> findQuestion(int number) {
    return number >= 1 && number <= questions.size()
        ? Optional.of(questions.get(number - 1))
        : Optional.empty();
  }

  /// Every question that was asked has a document in each language, empty until it is edited.
  public Optional<Document> findDocument(String id) {
    Document known = documents.get(id);
    return known != null
        ? Optional.of(known)
        : DocumentId.parse(id)
            .filter(name -> findQuestion(name.question()).isPresent())
            .map(name -> new Document(id, name.question()));
  }

  public Optional<Member> findMember(PersonId person) {
    return Optional.ofNullable(members.get(person));
  }

  /// How often a scope has been moved on; 0 when never.
  long version(String scope) {
    return scopes.getOrDefault(scope, 0L);
  }

  Map<String, Long> scopes() {
    return Map.copyOf(scopes);
  }

  public Collection<Member> members() {
    return Collections.unmodifiableCollection(members.values());
  }

  public List<Planned> plan() {
    return Collections.unmodifiableList(plan);
  }

  public List<AskedQuestion> questions() {
    return Collections.unmodifiableList(questions);
  }

  /// Those with text, or that once had some.
  public Collection<Document> documents() {
    return Collections.unmodifiableCollection(documents.values());
  }

  public List<ChatLine> chat() {
    return Collections.unmodifiableList(chat);
  }

  public List<Note> notes() {
    return Collections.unmodifiableList(notes);
  }

  public Status status() {
    return status;
  }

  public String title() {
    return title;
  }

  public Language language() {
    return language;
  }

  public int plannedMinutes() {
    return plannedMinutes;
  }

  /// When the planned time is over; null before the start.
  public @Nullable Instant deadline() {
    return startedAt == null ? null : startedAt.plus(Duration.ofMinutes(plannedMinutes));
  }

  /// Also a time that has passed; null when focus time was ended, or never began.
  public @Nullable Instant focusUntil() {
    return focusUntil;
  }

  public boolean focusLasts(Instant now) {
    return focusUntil != null && now.isBefore(focusUntil);
  }

  /// Units of text in all submitted answers and reported outputs.
  long kept() {
    return kept;
  }

  /// Units of text in all questions of the plan.
  long planned() {
    return planned;
  }

  /// Empty when there is none.
  public String callLink() {
    return callLink;
  }

  public @Nullable Instant openedAt() {
    return openedAt;
  }

  public @Nullable Instant startedAt() {
    return startedAt;
  }

  public @Nullable Instant endedAt() {
    return endedAt;
  }

  public long sequence() {
    return sequence;
  }
}
