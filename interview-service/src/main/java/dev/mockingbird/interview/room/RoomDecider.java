package dev.mockingbird.interview.room;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.RoomEvent.CallLinkSet;
import dev.mockingbird.events.RoomEvent.CandidateAdmitted;
import dev.mockingbird.events.RoomEvent.CapabilityGranted;
import dev.mockingbird.events.RoomEvent.CapabilityWithdrawn;
import dev.mockingbird.events.RoomEvent.ChatPosted;
import dev.mockingbird.events.RoomEvent.ConsentGiven;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.events.RoomEvent.FeedbackReleased;
import dev.mockingbird.events.RoomEvent.HintShown;
import dev.mockingbird.events.RoomEvent.NoteWritten;
import dev.mockingbird.events.RoomEvent.QuestionAsked;
import dev.mockingbird.events.RoomEvent.QuestionPlanned;
import dev.mockingbird.events.RoomEvent.RoomEnded;
import dev.mockingbird.events.RoomEvent.RoomOpened;
import dev.mockingbird.interview.document.Document;
import dev.mockingbird.interview.room.Decision.Accepted;
import dev.mockingbird.interview.room.Decision.Rejected;
import dev.mockingbird.interview.room.RoomEntry.Happened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of a room: who may do what, when. Pure; changes nothing.
public final class RoomDecider {

  /// Version of the notice that candidates agree to.
  static final int NOTICE = 1;

  private static final int MOST_PLANNED = 100;
  private static final int LONGEST_LINE = 8_000;

  private RoomDecider() {}

  /// @param actor a person, or [PersonId#SYSTEM], which may do everything a rule does not forbid
  public static Decision decide(Room room, PersonId actor, RoomCommand command) {
    if (command instanceof RoomCommand.OpenRoom open) {
      return open(room, actor, open);
    }
    return switch (room.status()) {
      case UNBORN -> new Rejected(Rejection.NO_SUCH_ROOM);
      case ENDED -> new Rejected(Rejection.ROOM_ENDED);
      case WAITING, LIVE -> decideOpen(room, actor, command);
    };
  }

  private static Decision decideOpen(Room room, PersonId actor, RoomCommand command) {
    Optional<Rejection> refusal = Permission.refusal(room, actor, command);
    if (refusal.isPresent()) {
      return new Rejected(refusal.get());
    }
    return switch (command) {
      case RoomCommand.OpenRoom open -> open(room, actor, open);
      case RoomCommand.GrantCapability grant -> grant(room, actor, grant);
      case RoomCommand.WithdrawCapability withdraw -> withdraw(room, actor, withdraw);
      case RoomCommand.PlanQuestion plan -> plan(room, actor, plan);
      case RoomCommand.GiveConsent consent -> consent(room, actor);
      case RoomCommand.AdmitCandidate admit -> admit(room, actor, admit.person());
      case RoomCommand.AskQuestion ask -> ask(room, actor, ask.planned());
      case RoomCommand.ShowHint hint -> hint(room, actor, hint.question());
      case RoomCommand.EditDocument edit -> DocumentRules.edit(room, actor, edit);
      case RoomCommand.SubmitAnswer submit -> submit(room, actor, submit);
      case RoomCommand.PostChat chat ->
          line(chat.text(), new Happened(actor, new ChatPosted(chat.text())));
      case RoomCommand.WriteNote note -> note(room, actor, note);
      case RoomCommand.SetCallLink link -> callLink(room, actor, link.url());
      case RoomCommand.ReleaseFeedback release -> release(room, actor);
      case RoomCommand.EndRoom end -> end(room, actor, end.reason());
    };
  }

  private static Decision open(Room room, PersonId actor, RoomCommand.OpenRoom open) {
    return room.status() == Room.Status.UNBORN
        ? facts(
            room,
            actor,
            new RoomOpened(open.title(), open.language(), open.plannedMinutes(), open.callLink()),
            new CapabilityGranted(open.interviewer(), Capability.INTERVIEW))
        : already();
  }

  private static Decision grant(Room room, PersonId actor, RoomCommand.GrantCapability grant) {
    boolean held =
        room.findMember(grant.person()).filter(m -> m.may(grant.capability())).isPresent();
    return held
        ? already()
        : facts(room, actor, new CapabilityGranted(grant.person(), grant.capability()));
  }

  private static Decision withdraw(Room room, PersonId actor, RoomCommand.WithdrawCapability it) {
    boolean held = room.findMember(it.person()).filter(m -> m.may(it.capability())).isPresent();
    return held
        ? facts(room, actor, new CapabilityWithdrawn(it.person(), it.capability()))
        : already();
  }

  private static Decision plan(Room room, PersonId actor, RoomCommand.PlanQuestion plan) {
    return room.plan().size() >= MOST_PLANNED
        ? new Rejected(Rejection.PLAN_FULL)
        : facts(room, actor, new QuestionPlanned(plan.content(), plan.staff()));
  }

  private static Decision consent(Room room, PersonId actor) {
    return room.findMember(actor).filter(Member::consented).isPresent()
        ? already()
        : facts(room, actor, new ConsentGiven(actor, NOTICE));
  }

  private static Decision admit(Room room, PersonId actor, PersonId person) {
    Optional<Member> member = room.findMember(person);
    if (member.isEmpty() || !member.get().may(Capability.ANSWER)) {
      return new Rejected(Rejection.NOT_A_MEMBER);
    }
    if (!member.get().consented()) {
      return new Rejected(Rejection.NOT_CONSENTED);
    }
    return member.get().admitted() ? already() : facts(room, actor, new CandidateAdmitted(person));
  }

  private static Decision ask(Room room, PersonId actor, int planned) {
    if (planned < 0 || planned >= room.plan().size()) {
      return new Rejected(Rejection.NO_SUCH_QUESTION);
    }
    if (room.questions().stream().anyMatch(asked -> asked.planned() == planned)) {
      return new Rejected(Rejection.ALREADY_ASKED);
    }
    Room.Planned next = room.plan().get(planned);
    return facts(
        room,
        actor,
        new QuestionAsked(room.questions().size() + 1, planned, next.content(), next.staff()));
  }

  private static Decision hint(Room room, PersonId actor, int number) {
    Optional<AskedQuestion> question = room.findQuestion(number);
    if (question.isEmpty()) {
      return new Rejected(Rejection.NO_SUCH_QUESTION);
    }
    int next = question.get().hintsShown().size();
    List<String> hints = question.get().staff().hints();
    return next >= hints.size()
        ? new Rejected(Rejection.NO_MORE_HINTS)
        : facts(room, actor, new HintShown(number, next, hints.get(next)));
  }

  private static Decision submit(Room room, PersonId actor, RoomCommand.SubmitAnswer submit) {
    Optional<AskedQuestion> asked = room.findQuestion(submit.question());
    if (asked.isEmpty()) {
      return new Rejected(Rejection.NO_SUCH_QUESTION);
    }
    AskedQuestion question = asked.get();
    Optional<Document> document =
        room.findDocument(submit.document()).filter(d -> d.question() == submit.question());
    if (document.isEmpty()) {
      return new Rejected(Rejection.NO_SUCH_DOCUMENT);
    }
    if (question.released()) {
      return new Rejected(Rejection.FEEDBACK_RELEASED);
    }
    if (submit.version() < 0 || submit.version() > document.get().version()) {
      return new Rejected(Rejection.BAD_EDIT);
    }
    AnswerSubmitted answer =
        new AnswerSubmitted(
            submit.question(),
            question.answers().size() + 1,
            actor,
            document.get().textAt(submit.version()),
            submit.document(),
            submit.version(),
            question.content(),
            question.staff());
    return new Accepted(
        List.of(new Happened(actor, answer)),
        guards(room, Scope.FACTS, Scope.document(submit.document())),
        false);
  }

  private static Decision note(Room room, PersonId actor, RoomCommand.WriteNote note) {
    if (note.question() != null && room.findQuestion(note.question()).isEmpty()) {
      return new Rejected(Rejection.NO_SUCH_QUESTION);
    }
    return line(note.text(), new Happened(actor, new NoteWritten(note.text(), note.question())));
  }

  private static Decision callLink(Room room, PersonId actor, String url) {
    return url.isEmpty() || CallLink.isAcceptable(url)
        ? facts(room, actor, new CallLinkSet(url))
        : new Rejected(Rejection.BAD_CALL_LINK);
  }

  private static Decision release(Room room, PersonId actor) {
    List<Integer> unreleased = unreleased(room);
    return unreleased.isEmpty()
        ? new Rejected(Rejection.NOTHING_TO_RELEASE)
        : facts(room, actor, new FeedbackReleased(unreleased));
  }

  /// Feedback is released at the end, whoever ends the room.
  private static Decision end(Room room, PersonId actor, EndReason reason) {
    List<RoomEntry> entries = new ArrayList<>();
    List<Integer> unreleased = unreleased(room);
    if (!unreleased.isEmpty()) {
      entries.add(new Happened(actor, new FeedbackReleased(unreleased)));
    }
    entries.add(new Happened(actor, ended(room, reason)));
    Map<String, Long> guards = new HashMap<>(guards(room, Scope.FACTS));
    room.documents()
        .forEach(document -> guards.putAll(guards(room, Scope.document(document.id()))));
    return new Accepted(entries, guards, true);
  }

  private static RoomEnded ended(Room room, EndReason reason) {
    return new RoomEnded(
        reason,
        room.title(),
        room.language(),
        room.startedAt(),
        room.members().stream()
            .filter(Member::inside)
            .flatMap(
                member ->
                    member.capabilities().stream()
                        .sorted()
                        .map(capability -> new RoomEvent.Member(member.person(), capability)))
            .toList(),
        room.questions().stream()
            .map(
                question ->
                    new RoomEvent.AskedQuestion(
                        question.question(),
                        question.content(),
                        question.answers().size(),
                        question.answers().isEmpty() ? draft(room, question) : ""))
            .toList());
  }

  private static String draft(Room room, AskedQuestion question) {
    return room.findDocument(question.document()).map(Document::text).orElse("");
  }

  private static List<Integer> unreleased(Room room) {
    return room.questions().stream()
        .filter(question -> !question.released())
        .map(AskedQuestion::question)
        .toList();
  }

  private static Decision line(String text, RoomEntry entry) {
    if (text.isBlank()) {
      return new Rejected(Rejection.TEXT_EMPTY);
    }
    return text.length() > LONGEST_LINE
        ? new Rejected(Rejection.TEXT_TOO_LONG)
        : new Accepted(List.of(entry), Map.of(), false);
  }

  private static Decision facts(Room room, PersonId actor, RoomEvent... events) {
    return new Accepted(
        Arrays.stream(events).<RoomEntry>map(event -> new Happened(actor, event)).toList(),
        guards(room, Scope.FACTS),
        false);
  }

  private static Decision already() {
    return new Accepted(List.of(), Map.of(), false);
  }

  static Map<String, Long> guards(Room room, String... scopes) {
    Map<String, Long> guards = new HashMap<>();
    for (String scope : scopes) {
      guards.put(scope, room.version(scope));
    }
    return guards;
  }
}
