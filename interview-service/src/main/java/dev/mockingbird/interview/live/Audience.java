package dev.mockingbird.interview.live;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.room.AskedQuestion;
import dev.mockingbird.interview.room.DocumentId;
import dev.mockingbird.interview.room.Member;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Who sees which entry, and what of it: decided when it is read, from the grants and releases in
/// the room.
final class Audience {

  private Audience() {}

  /// Empty when the viewer may not see the entry.
  ///
  /// @param room after the entry
  static Optional<ServerMessage> view(
      RoomEntry entry, Position position, Instant at, Room room, Member viewer) {
    return switch (entry) {
      case RoomEntry.Edited edited ->
          inside(
              viewer,
              new ServerMessage.DocumentEdited(
                  position,
                  at,
                  edited.actor(),
                  edited.document(),
                  edited.version(),
                  edited.updates()));
      case RoomEntry.Happened(PersonId actor, RoomEvent event) ->
          view(actor, event, position, at, room, viewer);
    };
  }

  /// A note is read by its writer, and by interviewers when an interviewer wrote it or they did.
  static boolean mayRead(PersonId writer, Member viewer) {
    return viewer.may(Capability.INTERVIEW) || viewer.person().equals(writer);
  }

  static boolean maySeeScores(Room room, int question, Member viewer) {
    boolean released = room.findQuestion(question).filter(AskedQuestion::released).isPresent();
    return viewer.staff() || (viewer.inside() && released);
  }

  /// Cursors are of those who speak; an interviewer's is hidden from the candidate while focus time
  /// lasts.
  static boolean maySeeCursor(Room room, PersonId whose, Member viewer, Instant now) {
    Optional<Member> speaker = room.findMember(whose).filter(Member::inside).filter(Member::speaks);
    return speaker.isPresent()
        && viewer.inside()
        && !viewer.person().equals(whose)
        && (viewer.staff() || !speaker.get().onlyInterviews() || !room.focusLasts(now));
  }

  /// Whether the whole room, as this person may see it, has staff material in it.
  static boolean seesReferences(Room room, PersonId person) {
    Predicate<Member> shown =
        viewer ->
            viewer.staff()
                || (viewer.inside() && room.questions().stream().anyMatch(AskedQuestion::released));
    return room.findMember(person).filter(shown).isPresent();
  }

  private static Optional<ServerMessage> view(
      PersonId actor, RoomEvent event, Position position, Instant at, Room room, Member viewer) {
    return switch (event) {
      case RoomEvent.RoomOpened opened -> Optional.empty();
      case RoomEvent.CapabilityGranted e ->
          Optional.of(
              new ServerMessage.CapabilityGranted(position, at, actor, e.person(), e.capability()));
      case RoomEvent.CapabilityWithdrawn e ->
          Optional.of(
              new ServerMessage.CapabilityWithdrawn(
                  position, at, actor, e.person(), e.capability()));
      case RoomEvent.QuestionPlanned e ->
          only(
              viewer.may(Capability.INTERVIEW),
              new ServerMessage.QuestionPlanned(
                  position,
                  at,
                  actor,
                  new RoomView.Planned(room.plan().indexOf(planned(e)), e.content(), e.staff())));
      case RoomEvent.ConsentGiven e ->
          Optional.of(new ServerMessage.ConsentGiven(position, at, actor, e.person()));
      case RoomEvent.CandidateAdmitted e ->
          Optional.of(new ServerMessage.CandidateAdmitted(position, at, actor, e.person()));
      case RoomEvent.CallLinkSet e ->
          inside(viewer, new ServerMessage.CallLinkSet(position, at, actor, e.url()));
      case RoomEvent.QuestionAsked e -> inside(viewer, asked(e, actor, position, at, viewer));
      case RoomEvent.HintShown e ->
          inside(
              viewer,
              new ServerMessage.HintShown(position, at, actor, e.question(), e.index(), e.text()));
      case RoomEvent.AnswerSubmitted e ->
          inside(
              viewer,
              new ServerMessage.AnswerSubmitted(
                  position,
                  at,
                  actor,
                  e.question(),
                  e.attempt(),
                  e.person(),
                  e.text(),
                  e.document(),
                  e.documentVersion()));
      case RoomEvent.ChatPosted e ->
          inside(viewer, new ServerMessage.ChatPosted(position, at, actor, e.text()));
      case RoomEvent.NoteWritten e ->
          only(
              mayRead(actor, viewer),
              new ServerMessage.NoteWritten(position, at, actor, e.text(), e.question()));
      case RoomEvent.LanguageChosen e ->
          inside(
              viewer,
              new ServerMessage.LanguageChosen(position, at, actor, e.question(), e.language()));
      case RoomEvent.FollowUpAsked e ->
          inside(
              viewer, new ServerMessage.FollowUpAsked(position, at, actor, e.question(), e.text()));
      case RoomEvent.KeyPointTicked e ->
          only(
              viewer.staff(),
              new ServerMessage.KeyPointTicked(
                  position, at, actor, e.question(), e.keyPoint(), e.covered()));
      case RoomEvent.TimeAllotted e ->
          only(
              viewer.inside() || e.question() == null,
              new ServerMessage.TimeAllotted(position, at, actor, e.question(), e.minutes()));
      case RoomEvent.FocusStarted e ->
          inside(
              viewer,
              new ServerMessage.FocusStarted(
                  position, at, actor, e.minutes(), at.plus(Duration.ofMinutes(e.minutes()))));
      case RoomEvent.FocusEnded e ->
          inside(viewer, new ServerMessage.FocusEnded(position, at, actor));
      case RoomEvent.CodeRun e ->
          inside(
              viewer,
              new ServerMessage.CodeRun(
                  position,
                  at,
                  actor,
                  e.question(),
                  e.language(),
                  e.documentVersion(),
                  e.outcome(),
                  e.output(),
                  e.truncated(),
                  e.millis()));
      case RoomEvent.FeedbackReleased e ->
          inside(
              viewer, new ServerMessage.FeedbackReleased(position, at, actor, released(e, room)));
      case RoomEvent.RoomEnded e ->
          Optional.of(new ServerMessage.RoomEnded(position, at, actor, e.reason()));
    };
  }

  private static Room.Planned planned(RoomEvent.QuestionPlanned event) {
    return new Room.Planned(event.content(), event.staff());
  }

  private static ServerMessage asked(
      RoomEvent.QuestionAsked asked, PersonId actor, Position position, Instant at, Member viewer) {
    return new ServerMessage.QuestionAsked(
        position,
        at,
        actor,
        asked.question(),
        asked.planned(),
        asked.content(),
        viewer.staff() ? asked.staff() : null,
        asked.staff().hints().size(),
        new DocumentId(asked.question(), CodeLanguage.TEXT).toString());
  }

  private static List<ServerMessage.Released> released(
      RoomEvent.FeedbackReleased event, Room room) {
    return event.questions().stream()
        .map(
            number ->
                new ServerMessage.Released(
                    number,
                    room.findQuestion(number).map(AskedQuestion::staff).orElse(StaffMaterial.NONE)))
        .toList();
  }

  private static Optional<ServerMessage> inside(Member viewer, ServerMessage message) {
    return only(viewer.inside(), message);
  }

  private static Optional<ServerMessage> only(boolean allowed, ServerMessage message) {
    return allowed ? Optional.of(message) : Optional.empty();
  }
}
