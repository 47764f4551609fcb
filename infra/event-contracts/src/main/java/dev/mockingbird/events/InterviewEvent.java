package dev.mockingbird.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The life of an interview around its room, keyed by interview id on [Topics#INTERVIEW].
public sealed interface InterviewEvent extends DomainEvent {

  @WireType("interview.booked.v1")
  record InterviewBooked(
      @Confidential String title, Language language, int plannedMinutes, PersonId interviewer)
      implements InterviewEvent {}

  /// @param boundTo keyed digest of the one login that may accept; absent: the first person who
  ///   does
  @WireType("interview.invitation-issued.v1")
  record InvitationIssued(
      String invitation, Capability capability, @Nullable String boundTo, Instant expiresAt)
      implements InterviewEvent {}

  @WireType("interview.invitation-revoked.v1")
  record InvitationRevoked(String invitation) implements InterviewEvent {}

  @WireType("interview.invitation-accepted.v1")
  record InvitationAccepted(String invitation, PersonId person, Capability capability)
      implements InterviewEvent {}

  /// The data key is gone: what people wrote in this interview can no longer be read by anybody.
  @WireType("interview.erased.v1")
  record InterviewErased(String receipt) implements InterviewEvent {}
}
