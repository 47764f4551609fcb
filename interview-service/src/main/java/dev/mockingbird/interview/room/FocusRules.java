package dev.mockingbird.interview.room;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.FocusEnded;
import dev.mockingbird.events.RoomEvent.FocusStarted;
import dev.mockingbird.interview.room.Decision.Rejected;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Focus time: for some minutes an interviewer does nothing that the candidate would have to look
/// up at. Who answers questions too, as in solo practice, disturbs nobody.
final class FocusRules {

  private static final int LONGEST_MINUTES = 30;

  private FocusRules() {}

  /// Empty when `command` may be sent now, as far as focus time goes.
  static Optional<Rejection> refusal(Room room, PersonId actor, RoomCommand command, Instant now) {
    return disturbs(command) && room.focusLasts(now) && isInterviewer(room, actor)
        ? Optional.of(Rejection.FOCUS_TIME)
        : Optional.empty();
  }

  /// `scopes`, and one more for an interviewer, so that nothing that focus time forbids comes in
  /// just behind its start.
  static String[] guarded(Room room, PersonId actor, String... scopes) {
    if (!isInterviewer(room, actor)) {
      return scopes;
    }
    String[] all = Arrays.copyOf(scopes, scopes.length + 1);
    all[scopes.length] = Scope.FOCUS;
    return all;
  }

  static Decision start(Room room, PersonId actor, int minutes) {
    return minutes < 1 || minutes > LONGEST_MINUTES
        ? new Rejected(Rejection.BAD_MINUTES)
        : Decision.facts(room, actor, new FocusStarted(minutes));
  }

  static Decision end(Room room, PersonId actor, Instant now) {
    return room.focusLasts(now)
        ? Decision.facts(room, actor, new FocusEnded())
        : new Rejected(Rejection.NO_FOCUS);
  }

  private static boolean isInterviewer(Room room, PersonId actor) {
    return room.findMember(actor).filter(Member::onlyInterviews).isPresent();
  }

  private static boolean disturbs(RoomCommand command) {
    return switch (command) {
      case RoomCommand.AskQuestion _,
          RoomCommand.ShowHint _,
          RoomCommand.AskFollowUp _,
          RoomCommand.EditDocument _,
          RoomCommand.PostChat _ ->
          true;
      case RoomCommand.OpenRoom _,
          RoomCommand.GrantCapability _,
          RoomCommand.WithdrawCapability _,
          RoomCommand.PlanQuestion _,
          RoomCommand.GiveConsent _,
          RoomCommand.AdmitCandidate _,
          RoomCommand.SubmitAnswer _,
          RoomCommand.WriteNote _,
          RoomCommand.SetCallLink _,
          RoomCommand.ChooseLanguage _,
          RoomCommand.TickKeyPoint _,
          RoomCommand.AllotTime _,
          RoomCommand.StartFocus _,
          RoomCommand.EndFocus _,
          RoomCommand.ReportRun _,
          RoomCommand.ReleaseFeedback _,
          RoomCommand.EndRoom _ ->
          false;
    };
  }
}
