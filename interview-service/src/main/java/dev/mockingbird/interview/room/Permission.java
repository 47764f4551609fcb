package dev.mockingbird.interview.room;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Who may send which command; a command without a line here does not compile.
final class Permission {

  private static final Set<Capability> NOBODY = Set.of();
  private static final Set<Capability> INTERVIEWER = EnumSet.of(Capability.INTERVIEW);
  private static final Set<Capability> CANDIDATE = EnumSet.of(Capability.ANSWER);
  private static final Set<Capability> SPEAKERS =
      EnumSet.of(Capability.INTERVIEW, Capability.ANSWER);
  private static final Set<Capability> WATCHERS =
      EnumSet.of(Capability.INTERVIEW, Capability.OBSERVE);

  private Permission() {}

  /// Empty when `actor` may send `command`.
  static Optional<Rejection> refusal(Room room, PersonId actor, RoomCommand command) {
    if (actor.equals(PersonId.SYSTEM)) {
      return Optional.empty();
    }
    Member member = room.findMember(actor).orElse(null);
    Set<Capability> needed = anyOf(command);
    if (member == null || needed.stream().noneMatch(member::may)) {
      return Optional.of(Rejection.NOT_ALLOWED);
    }
    boolean fromTheLobby = command instanceof RoomCommand.GiveConsent;
    return fromTheLobby || member.inside() ? Optional.empty() : Optional.of(Rejection.NOT_ADMITTED);
  }

  private static Set<Capability> anyOf(RoomCommand command) {
    return switch (command) {
      case RoomCommand.OpenRoom c -> NOBODY;
      case RoomCommand.GrantCapability c -> NOBODY;
      case RoomCommand.WithdrawCapability c -> NOBODY;
      case RoomCommand.PlanQuestion c -> INTERVIEWER;
      case RoomCommand.GiveConsent c -> CANDIDATE;
      case RoomCommand.AdmitCandidate c -> INTERVIEWER;
      case RoomCommand.AskQuestion c -> INTERVIEWER;
      case RoomCommand.ShowHint c -> INTERVIEWER;
      case RoomCommand.EditDocument c -> SPEAKERS;
      case RoomCommand.SubmitAnswer c -> CANDIDATE;
      case RoomCommand.PostChat c -> SPEAKERS;
      case RoomCommand.WriteNote c -> WATCHERS;
      case RoomCommand.SetCallLink c -> INTERVIEWER;
      case RoomCommand.ChooseLanguage c -> SPEAKERS;
      case RoomCommand.AskFollowUp c -> INTERVIEWER;
      case RoomCommand.TickKeyPoint c -> INTERVIEWER;
      case RoomCommand.AllotTime c -> INTERVIEWER;
      case RoomCommand.StartFocus c -> INTERVIEWER;
      case RoomCommand.EndFocus c -> SPEAKERS;
      case RoomCommand.ReportRun c -> SPEAKERS;
      case RoomCommand.ReleaseFeedback c -> INTERVIEWER;
      case RoomCommand.EndRoom c -> INTERVIEWER;
    };
  }
}
