package dev.mockingbird.interview.room;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.Questions;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.events.RoomEvent.RunOutcome;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.document.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that can be asked of a room. A command is an intention and may be refused.
public sealed interface RoomCommand {

  /// Sent by the system when an interview is booked.
  record OpenRoom(
      String title,
      Language language,
      int plannedMinutes,
      @Nullable String callLink,
      PersonId interviewer)
      implements RoomCommand {}

  /// Sent by the system when an invitation is accepted.
  record GrantCapability(PersonId person, Capability capability) implements RoomCommand {}

  /// Sent by the system when an accepted invitation is revoked.
  record WithdrawCapability(PersonId person, Capability capability) implements RoomCommand {}

  record PlanQuestion(QuestionSnapshot content, StaffMaterial staff) implements RoomCommand {

    /// All questions of a plan together, in UTF-16 units, so that the fact that ends a room fits
    /// into one record and whoever comes in can be shown the whole room.
    public static final int LONGEST_PLAN = 1024 * 1024;

    public int length() {
      return Questions.length(content, staff);
    }
  }

  record GiveConsent() implements RoomCommand {}

  record AdmitCandidate(PersonId person) implements RoomCommand {}

  /// @param planned index into the plan, from 0
  record AskQuestion(int planned) implements RoomCommand {}

  /// Shows the next hint that has not been shown.
  record ShowHint(int question) implements RoomCommand {}

  /// @param version number of updates of the document that `updates` were made on
  record EditDocument(String document, int version, List<Update> updates) implements RoomCommand {}

  /// @param version number of updates of the document as the candidate sees it
  record SubmitAnswer(int question, String document, int version) implements RoomCommand {}

  record PostChat(String text) implements RoomCommand {}

  record WriteNote(String text, @Nullable Integer question) implements RoomCommand {}

  /// @param url https, or empty to take the link away
  record SetCallLink(String url) implements RoomCommand {}

  record ChooseLanguage(int question, CodeLanguage language) implements RoomCommand {}

  record AskFollowUp(int question, String text) implements RoomCommand {}

  /// @param keyPoint index into the question's key points, from 0
  record TickKeyPoint(int question, int keyPoint, boolean covered) implements RoomCommand {}

  /// @param question null: the whole interview
  record AllotTime(@Nullable Integer question, int minutes) implements RoomCommand {}

  /// Takes the place of a focus time that lasts.
  record StartFocus(int minutes) implements RoomCommand {}

  record EndFocus() implements RoomCommand {}

  /// What the actor's browser says that running the document did.
  ///
  /// @param version number of updates of the document as it was run
  record ReportRun(
      int question,
      String document,
      int version,
      RunOutcome outcome,
      String output,
      boolean truncated,
      int millis)
      implements RoomCommand {}

  record ReleaseFeedback() implements RoomCommand {}

  record EndRoom(EndReason reason) implements RoomCommand {}
}
