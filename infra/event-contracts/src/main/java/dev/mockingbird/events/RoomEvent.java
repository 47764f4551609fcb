package dev.mockingbird.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens in one live room, keyed by interview id on [Topics#ROOM].
///
/// A question is named by its ordinal in the room, from 1; an answer by (room, question, attempt).
public sealed interface RoomEvent extends DomainEvent {

  @WireType("room.opened.v1")
  record RoomOpened(
      @Confidential String title,
      Language language,
      int plannedMinutes,
      @Confidential @Nullable String callLink)
      implements RoomEvent {}

  @WireType("room.capability-granted.v1")
  record CapabilityGranted(PersonId person, Capability capability) implements RoomEvent {}

  @WireType("room.capability-withdrawn.v1")
  record CapabilityWithdrawn(PersonId person, Capability capability) implements RoomEvent {}

  /// The interviewer may ask this question; nobody else has seen it yet.
  @WireType("room.question-planned.v1")
  record QuestionPlanned(QuestionSnapshot content, @Confidential StaffMaterial staff)
      implements RoomEvent {}

  /// @param notice version of the text that was agreed to
  @WireType("room.consent-given.v1")
  record ConsentGiven(PersonId person, int notice) implements RoomEvent {}

  @WireType("room.candidate-admitted.v1")
  record CandidateAdmitted(PersonId person) implements RoomEvent {}

  @WireType("room.call-link-set.v1")
  record CallLinkSet(@Confidential String url) implements RoomEvent {}

  /// @param planned index into the plan, from 0
  @WireType("room.question-asked.v1")
  record QuestionAsked(
      int question, int planned, QuestionSnapshot content, @Confidential StaffMaterial staff)
      implements RoomEvent {}

  /// @param index from 0
  @WireType("room.hint-shown.v1")
  record HintShown(int question, int index, @Confidential String text) implements RoomEvent {}

  /// Everything needed to score the answer, without asking anybody.
  ///
  /// @param attempt from 1; the last one before release counts
  /// @param documentVersion number of updates in the document when it was submitted
  @WireType("room.answer-submitted.v1")
  record AnswerSubmitted(
      int question,
      int attempt,
      PersonId person,
      @Confidential String text,
      String document,
      int documentVersion,
      QuestionSnapshot content,
      @Confidential StaffMaterial staff)
      implements RoomEvent {}

  @WireType("room.chat-posted.v1")
  record ChatPosted(@Confidential String text) implements RoomEvent {}

  /// A private note of the actor.
  ///
  /// @param question the ordinal it belongs to, if any
  @WireType("room.note-written.v1")
  record NoteWritten(@Confidential String text, @Nullable Integer question) implements RoomEvent {}

  /// The question is worked on in this language from here on; what was written in others stays.
  @WireType("room.language-chosen.v1")
  record LanguageChosen(int question, CodeLanguage language) implements RoomEvent {}

  /// Asked on the spot about a question.
  @WireType("room.follow-up-asked.v1")
  record FollowUpAsked(int question, @Confidential String text) implements RoomEvent {}

  /// The interviewers' own mark that the candidate has said this, or has not after all.
  ///
  /// @param keyPoint index into the question's key points, from 0
  @WireType("room.key-point-ticked.v1")
  record KeyPointTicked(int question, int keyPoint, boolean covered) implements RoomEvent {}

  /// @param question null: the whole interview
  /// @param minutes 1 to 480, from the asking of the question or the start of the interview
  @WireType("room.time-allotted.v1")
  record TimeAllotted(@Nullable Integer question, int minutes) implements RoomEvent {}

  /// Nobody disturbs the candidate for so long, unless it is ended before.
  ///
  /// @param minutes 1 to 30
  @WireType("room.focus-started.v1")
  record FocusStarted(int minutes) implements RoomEvent {}

  @WireType("room.focus-ended.v1")
  record FocusEnded() implements RoomEvent {}

  /// Somebody ran a document in their own browser; all of it as that browser reports it.
  ///
  /// @param truncated the run said more than `output` holds
  /// @param millis how long it ran
  @WireType("room.code-run.v1")
  record CodeRun(
      int question,
      CodeLanguage language,
      int documentVersion,
      RunOutcome outcome,
      @Confidential String output,
      boolean truncated,
      int millis)
      implements RoomEvent {}

  /// From here on candidates may read the reference, key points and evidence of these questions.
  @WireType("room.feedback-released.v1")
  record FeedbackReleased(List<Integer> questions) implements RoomEvent {}

  /// The last fact of a room; whole enough to list and search the finished interview.
  ///
  /// @param members those who were past the lobby
  @WireType("room.ended.v1")
  record RoomEnded(
      EndReason reason,
      @Confidential String title,
      Language language,
      @Nullable Instant startedAt,
      List<Member> members,
      @Confidential List<AskedQuestion> questions)
      implements RoomEvent {}

  enum EndReason {
    BY_INTERVIEWER,
    EMPTY,
    OVERTIME
  }

  enum RunOutcome {
    FINISHED,
    FAILED,
    /// By the person, or because it ran for too long.
    STOPPED
  }

  record Member(PersonId person, Capability capability) {}

  /// @param attempts how many answers were submitted
  /// @param draft the text in the chosen language when the room ended, or where nothing stood there
  ///   the longest in another one; empty where an answer was submitted. It is shown, never scored
  record AskedQuestion(int question, QuestionSnapshot content, int attempts, String draft) {}
}
