package dev.mockingbird.interview.live;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.interview.room.Member;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What one person is shown of a room as it goes on; live and replay ask here, and so show the
/// same.
public final class Showing {

  private Showing() {}

  /// The frame for an entry that the room has just taken: the entry, or the whole room where the
  /// entry changes what this person may see of it. Empty when it is hidden.
  ///
  /// @param now what a welcome gives as the present time
  public static Optional<ServerMessage> of(
      String interview,
      Room room,
      Member viewer,
      RoomEntry entry,
      Position position,
      Instant at,
      Instant now) {
    return changesView(entry, viewer.person())
        ? Optional.of(welcome(interview, room, viewer, position, now, Map.of()))
        : entry(room, viewer, entry, position, at);
  }

  /// The entry as this person may see it; empty when it is hidden.
  public static Optional<ServerMessage> entry(
      Room room, Member viewer, RoomEntry entry, Position position, Instant at) {
    return Audience.view(entry, position, at, room, viewer);
  }

  public static ServerMessage.Welcome welcome(
      String interview,
      Room room,
      Member viewer,
      Position position,
      Instant now,
      Map<String, ServerMessage.Tail> tails) {
    return new ServerMessage.Welcome(
        position,
        now,
        new ServerMessage.Viewer(viewer.person(), viewer.capabilities().stream().sorted().toList()),
        RoomView.of(interview, room, viewer),
        tails);
  }

  /// Whether the whole room, as this person may see it, has staff material in it.
  public static boolean hasReferences(Room room, PersonId person) {
    return Audience.seesReferences(room, person);
  }

  /// Whether the entry changes what this person may see of what came before.
  static boolean changesView(RoomEntry entry, PersonId person) {
    return entry instanceof RoomEntry.Happened(PersonId actor, RoomEvent event)
        && switch (event) {
          case RoomEvent.ConsentGiven consent -> consent.person().equals(person);
          case RoomEvent.CandidateAdmitted admitted -> admitted.person().equals(person);
          case RoomEvent.CapabilityGranted granted -> granted.person().equals(person);
          case RoomEvent.CapabilityWithdrawn withdrawn -> withdrawn.person().equals(person);
          case RoomEvent.RoomOpened e -> false;
          case RoomEvent.QuestionPlanned e -> false;
          case RoomEvent.CallLinkSet e -> false;
          case RoomEvent.QuestionAsked e -> false;
          case RoomEvent.HintShown e -> false;
          case RoomEvent.AnswerSubmitted e -> false;
          case RoomEvent.ChatPosted e -> false;
          case RoomEvent.NoteWritten e -> false;
          case RoomEvent.LanguageChosen e -> false;
          case RoomEvent.FollowUpAsked e -> false;
          case RoomEvent.KeyPointTicked e -> false;
          case RoomEvent.TimeAllotted e -> false;
          case RoomEvent.FocusStarted e -> false;
          case RoomEvent.FocusEnded e -> false;
          case RoomEvent.CodeRun e -> false;
          case RoomEvent.FeedbackReleased e -> false;
          case RoomEvent.RoomEnded e -> false;
        };
  }
}
