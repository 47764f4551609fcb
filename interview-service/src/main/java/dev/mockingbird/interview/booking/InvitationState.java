package dev.mockingbird.interview.booking;

import dev.mockingbird.events.PersonId;
import java.time.Instant;

/// What an invitation is to the person who opened its link.
enum InvitationState {
  OPEN("You are invited."),
  YOURS("You have accepted this invitation."),
  TAKEN("Somebody else has accepted this invitation. Ask for one of your own."),
  REVOKED("This invitation was revoked. Ask for a new one."),
  EXPIRED("This invitation has expired. Ask for a new one."),
  FOR_SOMEONE_ELSE("This invitation is for another GitHub login. Sign in with that one.");

  private final String sentence;

  InvitationState(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /// @param loginDigest keyed digest of the person's login
  static InvitationState of(
      Interview.Invitation invitation, PersonId person, String loginDigest, Instant now) {
    if (invitation.revoked()) {
      return REVOKED;
    }
    if (invitation.acceptedBy() != null) {
      return invitation.acceptedBy().equals(person) ? YOURS : TAKEN;
    }
    if (!now.isBefore(invitation.expiresAt())) {
      return EXPIRED;
    }
    boolean forAnother = invitation.boundTo() != null && !invitation.boundTo().equals(loginDigest);
    return forAnother ? FOR_SOMEONE_ELSE : OPEN;
  }
}
