package dev.mockingbird.interview.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.events.RoomEvent.RunOutcome;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.document.Update;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything the service may say in a room. The wire type is the record's name in kebab case.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerMessage {

  /// The whole room as this viewer may see it.
  ///
  /// @param tails for the documents the page holds work on: the updates after its version
  record Welcome(Position position, Instant now, Viewer you, RoomView room, Map<String, Tail> tails)
      implements ServerMessage {}

  record Viewer(PersonId person, Collection<Capability> capabilities) {}

  record Tail(int from, List<Update> updates) {}

  /// What the page has is whole; what it missed follows.
  record Resumed(Position position, Instant now) implements ServerMessage {}

  /// On disk: only now is it shown as saved.
  record Acknowledged(long n, Position position) implements ServerMessage {}

  /// The command did nothing.
  record Refused(long n, String code, String message) implements ServerMessage {}

  /// The position moved over entries this viewer does not see.
  record Progress(Position upTo) implements ServerMessage {}

  record Pong(Instant now) implements ServerMessage {}

  record Presence(List<PresentPerson> people) implements ServerMessage {}

  record PresentPerson(PersonId person, Collection<Capability> capabilities, boolean online) {}

  record Pointed(PersonId person, String document, int anchor, int head) implements ServerMessage {}

  /// The score that counts for an answer, in place of any that was told before.
  ///
  /// @param status `SCORED` or `NOT_SCORED`
  /// @param reason why there is no score, or why it is 0, as in the report
  record Scored(
      int question,
      int attempt,
      String status,
      @Nullable String reason,
      @Nullable Integer score,
      @Nullable Integer low,
      @Nullable Integer high)
      implements ServerMessage {}

  /// A journaled entry, as this viewer may see it.
  sealed interface Entry extends ServerMessage {
    Position position();

    Instant at();

    PersonId actor();
  }

  record CapabilityGranted(
      Position position, Instant at, PersonId actor, PersonId person, Capability capability)
      implements Entry {}

  record CapabilityWithdrawn(
      Position position, Instant at, PersonId actor, PersonId person, Capability capability)
      implements Entry {}

  record QuestionPlanned(Position position, Instant at, PersonId actor, RoomView.Planned planned)
      implements Entry {}

  record ConsentGiven(Position position, Instant at, PersonId actor, PersonId person)
      implements Entry {}

  record CandidateAdmitted(Position position, Instant at, PersonId actor, PersonId person)
      implements Entry {}

  record CallLinkSet(Position position, Instant at, PersonId actor, String url) implements Entry {}

  /// @param document the one everybody is shown until another language is chosen
  record QuestionAsked(
      Position position,
      Instant at,
      PersonId actor,
      int question,
      int planned,
      QuestionSnapshot content,
      @Nullable StaffMaterial staff,
      int hintCount,
      String document)
      implements Entry {}

  record HintShown(
      Position position, Instant at, PersonId actor, int question, int index, String text)
      implements Entry {}

  record AnswerSubmitted(
      Position position,
      Instant at,
      PersonId actor,
      int question,
      int attempt,
      PersonId person,
      String text,
      String document,
      int documentVersion)
      implements Entry {}

  /// @param version of the document before the updates
  record DocumentEdited(
      Position position,
      Instant at,
      PersonId actor,
      String document,
      int version,
      List<Update> updates)
      implements Entry {}

  record ChatPosted(Position position, Instant at, PersonId actor, String text) implements Entry {}

  record NoteWritten(
      Position position, Instant at, PersonId actor, String text, @Nullable Integer question)
      implements Entry {}

  record LanguageChosen(
      Position position, Instant at, PersonId actor, int question, CodeLanguage language)
      implements Entry {}

  record FollowUpAsked(Position position, Instant at, PersonId actor, int question, String text)
      implements Entry {}

  record KeyPointTicked(
      Position position, Instant at, PersonId actor, int question, int keyPoint, boolean covered)
      implements Entry {}

  /// @param question absent: the whole interview
  record TimeAllotted(
      Position position, Instant at, PersonId actor, @Nullable Integer question, int minutes)
      implements Entry {}

  record FocusStarted(Position position, Instant at, PersonId actor, int minutes, Instant until)
      implements Entry {}

  record FocusEnded(Position position, Instant at, PersonId actor) implements Entry {}

  record CodeRun(
      Position position,
      Instant at,
      PersonId actor,
      int question,
      CodeLanguage language,
      int documentVersion,
      RunOutcome outcome,
      String output,
      boolean truncated,
      int millis)
      implements Entry {}

  record FeedbackReleased(Position position, Instant at, PersonId actor, List<Released> questions)
      implements Entry {}

  record Released(int question, StaffMaterial staff) {}

  record RoomEnded(Position position, Instant at, PersonId actor, EndReason reason)
      implements Entry {}
}
