package dev.mockingbird.interview.room;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.interview.document.Update;
import java.util.List;

/// One line of a room's journal: a fact, or a change of a document.
public sealed interface RoomEntry {

  PersonId actor();

  record Happened(PersonId actor, RoomEvent event) implements RoomEntry {}

  /// @param version of the document before the updates
  record Edited(PersonId actor, String document, int version, List<Update> updates)
      implements RoomEntry {}

  /// Scopes whose version this entry moves on by one; part of the journal's meaning, so that every
  /// fold counts the same versions as the append script.
  default List<String> bumps() {
    return switch (this) {
      case Edited edited -> List.of(Scope.document(edited.document()));
      case Happened(PersonId actor, RoomEvent event) ->
          switch (event) {
            case RoomEvent.ChatPosted chat -> List.of();
            case RoomEvent.NoteWritten note -> List.of();
            case RoomEvent.KeyPointTicked e -> List.of();
            case RoomEvent.CodeRun e -> List.of();
            case RoomEvent.AnswerSubmitted answer ->
                List.of(Scope.FACTS, Scope.document(answer.document()));
            case RoomEvent.RoomOpened e -> List.of(Scope.FACTS);
            case RoomEvent.CapabilityGranted e -> List.of(Scope.FACTS);
            case RoomEvent.CapabilityWithdrawn e -> List.of(Scope.FACTS);
            case RoomEvent.QuestionPlanned e -> List.of(Scope.FACTS);
            case RoomEvent.ConsentGiven e -> List.of(Scope.FACTS);
            case RoomEvent.CandidateAdmitted e -> List.of(Scope.FACTS);
            case RoomEvent.CallLinkSet e -> List.of(Scope.FACTS);
            case RoomEvent.QuestionAsked e -> List.of(Scope.FACTS);
            case RoomEvent.HintShown e -> List.of(Scope.FACTS);
            case RoomEvent.LanguageChosen e -> List.of(Scope.FACTS);
            case RoomEvent.FollowUpAsked e -> List.of(Scope.FACTS);
            case RoomEvent.TimeAllotted e -> List.of(Scope.FACTS);
            case RoomEvent.FocusStarted e -> List.of(Scope.FACTS, Scope.FOCUS);
            case RoomEvent.FocusEnded e -> List.of(Scope.FACTS, Scope.FOCUS);
            case RoomEvent.FeedbackReleased e -> List.of(Scope.FACTS);
            case RoomEvent.RoomEnded e -> List.of(Scope.FACTS);
          };
    };
  }
}
