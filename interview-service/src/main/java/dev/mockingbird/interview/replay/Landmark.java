package dev.mockingbird.interview.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.RunOutcome;
import dev.mockingbird.interview.live.ServerMessage;
import dev.mockingbird.interview.live.Wire;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place in an interview that one may want to jump to, without its texts.
///
/// @param position sequence number of its entry
/// @param type of the entry on the wire
/// @param person who did it
/// @param attempt of an answer, from 1
/// @param index of a hint or a key point, from 0
@JsonInclude(JsonInclude.Include.NON_NULL)
record Landmark(
    long position,
    Instant at,
    String type,
    PersonId person,
    @Nullable Integer question,
    @Nullable Integer attempt,
    @Nullable Integer index,
    @Nullable CodeLanguage language,
    @Nullable RunOutcome outcome,
    @Nullable Integer minutes) {

  /// Empty for entries that nobody jumps to.
  static Optional<Landmark> of(ServerMessage.Entry entry) {
    return switch (entry) {
      case ServerMessage.QuestionAsked e -> at(e, e.question(), null, null);
      case ServerMessage.HintShown e -> at(e, e.question(), null, e.index());
      case ServerMessage.AnswerSubmitted e -> at(e, e.question(), e.attempt(), null);
      case ServerMessage.FollowUpAsked e -> at(e, e.question(), null, null);
      case ServerMessage.NoteWritten e -> at(e, e.question(), null, null);
      case ServerMessage.LanguageChosen e -> inLanguage(e, e.question(), e.language(), null);
      case ServerMessage.CodeRun e -> inLanguage(e, e.question(), e.language(), e.outcome());
      case ServerMessage.FocusStarted e ->
          Optional.of(of(e, null, null, null, null, null, e.minutes()));
      case ServerMessage.KeyPointTicked e ->
          e.covered() ? at(e, e.question(), null, e.keyPoint()) : Optional.empty();
      case ServerMessage.FocusEnded e -> at(e, null, null, null);
      case ServerMessage.ChatPosted e -> at(e, null, null, null);
      case ServerMessage.CandidateAdmitted e -> at(e, null, null, null);
      case ServerMessage.FeedbackReleased e -> at(e, null, null, null);
      case ServerMessage.RoomEnded e -> at(e, null, null, null);
      case ServerMessage.CapabilityGranted e -> Optional.empty();
      case ServerMessage.CapabilityWithdrawn e -> Optional.empty();
      case ServerMessage.QuestionPlanned e -> Optional.empty();
      case ServerMessage.ConsentGiven e -> Optional.empty();
      case ServerMessage.CallLinkSet e -> Optional.empty();
      case ServerMessage.DocumentEdited e -> Optional.empty();
      case ServerMessage.TimeAllotted e -> Optional.empty();
    };
  }

  private static Optional<Landmark> at(
      ServerMessage.Entry entry,
      @Nullable Integer question,
      @Nullable Integer attempt,
      @Nullable Integer index) {
    return Optional.of(of(entry, question, attempt, index, null, null, null));
  }

  private static Optional<Landmark> inLanguage(
      ServerMessage.Entry entry,
      int question,
      CodeLanguage language,
      @Nullable RunOutcome outcome) {
    return Optional.of(of(entry, question, null, null, language, outcome, null));
  }

  private static Landmark of(
      ServerMessage.Entry entry,
      @Nullable Integer question,
      @Nullable Integer attempt,
      @Nullable Integer index,
      @Nullable CodeLanguage language,
      @Nullable RunOutcome outcome,
      @Nullable Integer minutes) {
    return new Landmark(
        entry.position().sequence(),
        entry.at(),
        Wire.type(entry.getClass()),
        entry.actor(),
        question,
        attempt,
        index,
        language,
        outcome,
        minutes);
  }
}
