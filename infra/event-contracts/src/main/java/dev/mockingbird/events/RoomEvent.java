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

  record Member(PersonId person, Capability capability) {}

  /// @param attempts how many answers were submitted
  /// @param draft the document's text when the room ended, empty where an answer was submitted
  record AskedQuestion(int question, QuestionSnapshot content, int attempts, String draft) {}
}
