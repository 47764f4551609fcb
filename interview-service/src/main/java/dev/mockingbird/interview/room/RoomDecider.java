package dev.mockingbird.interview.room;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.CallLinkSet;
import dev.mockingbird.events.RoomEvent.CapabilityGranted;
import dev.mockingbird.events.RoomEvent.RoomOpened;
import dev.mockingbird.interview.room.Decision.Rejected;
import java.time.Instant;
import java.util.Optional;

/// The rules of a room: who may do what, when. Pure; changes nothing.
public final class RoomDecider {

  private RoomDecider() {}

  /// @param actor a person, or [PersonId#SYSTEM], which may do everything a rule does not forbid
  /// @param now by the store's clock, which deadlines go by
  public static Decision decide(Room room, PersonId actor, RoomCommand command, Instant now) {
    if (command instanceof RoomCommand.OpenRoom open) {
      return open(room, actor, open);
    }
    return switch (room.status()) {
      case UNBORN -> new Rejected(Rejection.NO_SUCH_ROOM);
      case ENDED -> new Rejected(Rejection.ROOM_ENDED);
      case WAITING, LIVE -> {
        Optional<Rejection> refusal =
            Permission.refusal(room, actor, command)
                .or(() -> FocusRules.refusal(room, actor, command, now));
        yield refusal.isPresent()
            ? new Rejected(refusal.get())
            : decideOpen(room, actor, command, now);
      }
    };
  }

  private static Decision decideOpen(Room room, PersonId actor, RoomCommand command, Instant now) {
    return switch (command) {
      case RoomCommand.OpenRoom open -> open(room, actor, open);
      case RoomCommand.GrantCapability grant -> MemberRules.grant(room, actor, grant);
      case RoomCommand.WithdrawCapability withdraw -> MemberRules.withdraw(room, actor, withdraw);
      case RoomCommand.GiveConsent _ -> MemberRules.consent(room, actor);
      case RoomCommand.AdmitCandidate admit -> MemberRules.admit(room, actor, admit.person());
      case RoomCommand.PlanQuestion plan -> QuestionRules.plan(room, actor, plan);
      case RoomCommand.AskQuestion ask -> QuestionRules.ask(room, actor, ask.planned());
      case RoomCommand.ShowHint hint -> QuestionRules.hint(room, actor, hint.question());
      case RoomCommand.AskFollowUp followUp -> QuestionRules.followUp(room, actor, followUp);
      case RoomCommand.ChooseLanguage choose ->
          QuestionRules.choose(room, actor, choose.question(), choose.language());
      case RoomCommand.TickKeyPoint tick -> QuestionRules.tick(room, actor, tick);
      case RoomCommand.AllotTime allot ->
          QuestionRules.allot(room, actor, allot.question(), allot.minutes(), now);
      case RoomCommand.EditDocument edit -> DocumentRules.edit(room, actor, edit);
      case RoomCommand.SubmitAnswer submit -> AnswerRules.submit(room, actor, submit);
      case RoomCommand.ReportRun run -> AnswerRules.run(room, actor, run);
      case RoomCommand.PostChat chat -> LineRules.chat(room, actor, chat.text());
      case RoomCommand.WriteNote note -> LineRules.note(room, actor, note);
      case RoomCommand.SetCallLink link -> callLink(room, actor, link.url());
      case RoomCommand.StartFocus start -> FocusRules.start(room, actor, start.minutes());
      case RoomCommand.EndFocus _ -> FocusRules.end(room, actor, now);
      case RoomCommand.ReleaseFeedback _ -> EndRules.release(room, actor);
      case RoomCommand.EndRoom end -> EndRules.end(room, actor, end.reason());
    };
  }

  private static Decision open(Room room, PersonId actor, RoomCommand.OpenRoom open) {
    return room.status() == Room.Status.UNBORN
        ? Decision.facts(
            room,
            actor,
            new RoomOpened(open.title(), open.language(), open.plannedMinutes(), open.callLink()),
            new CapabilityGranted(open.interviewer(), Capability.INTERVIEW))
        : Decision.already();
  }

  private static Decision callLink(Room room, PersonId actor, String url) {
    return url.isEmpty() || CallLink.isAcceptable(url)
        ? Decision.facts(room, actor, new CallLinkSet(url))
        : new Rejected(Rejection.BAD_CALL_LINK);
  }
}
