package dev.mockingbird.interview.booking;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.InterviewEvent;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An interview around its room: the fold of its own journal.
final class Interview {

  /// @param boundTo keyed digest of the login that may accept, absent when anybody may
  record Invitation(
      String id,
      Capability capability,
      @Nullable String boundTo,
      Instant expiresAt,
      boolean revoked,
      @Nullable PersonId acceptedBy) {

    Invitation taken(PersonId person) {
      return new Invitation(id, capability, boundTo, expiresAt, revoked, person);
    }

    Invitation withdrawn() {
      return new Invitation(id, capability, boundTo, expiresAt, true, acceptedBy);
    }

    boolean isOpen(Instant now) {
      return !revoked && acceptedBy == null && now.isBefore(expiresAt);
    }
  }

  private final Map<String, Invitation> invitations = new LinkedHashMap<>();
  private String title = "";
  private Language language = Language.ENGLISH;
  private int plannedMinutes;
  private PersonId interviewer = PersonId.SYSTEM;
  private Instant bookedAt = Instant.EPOCH;
  private boolean booked;
  private boolean erased;

  void evolve(InterviewEvent event, Instant at) {
    switch (event) {
      case InterviewEvent.InterviewBooked it -> {
        booked = true;
        title = it.title();
        language = it.language();
        plannedMinutes = it.plannedMinutes();
        interviewer = it.interviewer();
        bookedAt = at;
      }
      case InterviewEvent.InvitationIssued it ->
          invitations.put(
              it.invitation(),
              new Invitation(
                  it.invitation(), it.capability(), it.boundTo(), it.expiresAt(), false, null));
      case InterviewEvent.InvitationRevoked it ->
          invitations.computeIfPresent(it.invitation(), (id, invitation) -> invitation.withdrawn());
      case InterviewEvent.InvitationAccepted it ->
          invitations.computeIfPresent(
              it.invitation(), (id, invitation) -> invitation.taken(it.person()));
      case InterviewEvent.InterviewErased it -> erased = true;
    }
  }

  boolean exists() {
    return booked && !erased;
  }

  boolean isErased() {
    return erased;
  }

  Optional<Invitation> findInvitation(String id) {
    return Optional.ofNullable(invitations.get(id));
  }

  Collection<Invitation> invitations() {
    return Collections.unmodifiableCollection(invitations.values());
  }

  String title() {
    return title;
  }

  Language language() {
    return language;
  }

  int plannedMinutes() {
    return plannedMinutes;
  }

  PersonId interviewer() {
    return interviewer;
  }

  Instant bookedAt() {
    return bookedAt;
  }
}
