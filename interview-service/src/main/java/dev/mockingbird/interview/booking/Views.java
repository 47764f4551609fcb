package dev.mockingbird.interview.booking;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.room.Room;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers to HTTP requests.
final class Views {

  private Views() {}

  record MemberView(PersonId person, Capability capability) {}

  /// @param capability the caller's foremost one
  record Summary(
      String id,
      String title,
      Language language,
      Room.Status status,
      int plannedMinutes,
      Instant bookedAt,
      Capability capability,
      List<MemberView> members) {}

  record Summaries(List<Summary> items) {}

  record PlannedView(QuestionSnapshot question, StaffMaterial staff, boolean asked) {}

  /// @param state `OPEN`, `ACCEPTED`, `REVOKED` or `EXPIRED`
  record InvitationView(
      String id,
      Capability capability,
      String state,
      @Nullable String login,
      Instant expiresAt,
      @Nullable PersonId acceptedBy,
      String link) {}

  /// Plan and invitations are there for interviewers only.
  record Detail(
      String id,
      String title,
      Language language,
      Room.Status status,
      int plannedMinutes,
      Instant bookedAt,
      Capability capability,
      List<MemberView> members,
      String callLink,
      @Nullable List<PlannedView> planned,
      @Nullable List<InvitationView> invitations) {}

  record InvitedTo(String id, String title, Language language, int plannedMinutes) {}

  record OpenedInvitation(
      InvitedTo interview,
      Capability capability,
      PersonId invitedBy,
      Instant expiresAt,
      InvitationState state) {}

  record Accepted(String interview) {}
}
