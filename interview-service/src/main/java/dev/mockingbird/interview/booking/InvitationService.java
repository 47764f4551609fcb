package dev.mockingbird.interview.booking;

import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.InterviewEvent.InvitationAccepted;
import dev.mockingbird.events.InterviewEvent.InvitationIssued;
import dev.mockingbird.events.InterviewEvent.InvitationRevoked;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.live.LiveRooms;
import dev.mockingbird.interview.live.Outcome;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.web.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Issues, revokes and accepts invitations. Accepting is one fact of the interview and one of its
/// room; the second is made again by every repeat, so it cannot be missing for ever.
@Service
class InvitationService {

  private static final int MAX_CONFLICTS = 20;
  private static final int DEFAULT_HOURS = 72;
  private static final int LONGEST_HOURS = 720;
  private static final int LONGEST_LOGIN = 39;

  private final Interviews interviews;
  private final LiveRooms rooms;
  private final PersonalInterviews personal;
  private final InvitationLogins logins;
  private final InstallationKey key;
  private final InstantSource clock;

  InvitationService(
      Interviews interviews,
      LiveRooms rooms,
      PersonalInterviews personal,
      InvitationLogins logins,
      InstallationKey key,
      InstantSource clock) {
    this.interviews = interviews;
    this.rooms = rooms;
    this.personal = personal;
    this.logins = logins;
    this.key = key;
    this.clock = clock;
  }

  /// @return the invitation's id, the same for the same caller and key
  String issue(Caller caller, String interview, Requests.Invite request, Command command) {
    Capability capability = request.capability();
    if (capability == null) {
      throw Problems.invalid("capability", "Say what for: ANSWER, INTERVIEW or OBSERVE.");
    }
    int hours = request.expiresInHours() == null ? DEFAULT_HOURS : request.expiresInHours();
    if (hours < 1 || hours > LONGEST_HOURS) {
      throw Problems.invalid("expiresInHours", "An invitation is open for 1 to 720 hours.");
    }
    String login = request.login() == null ? "" : request.login().strip();
    if (login.length() > LONGEST_LOGIN) {
      throw Problems.invalid("login", "A GitHub login has at most 39 characters.");
    }
    String id =
        key.digest("invitation-id", interview + "/" + command.client(caller.person()))
            .substring(0, 12);
    Instant expires = clock.instant().plus(Duration.ofHours(hours));
    if (!login.isEmpty()) {
      logins.remember(interview, id, login);
    }
    String boundTo = login.isEmpty() ? null : logins.digest(login);
    for (int attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
      Interviews.Loaded loaded = interviews.load(interview);
      if (loaded.interview().findInvitation(id).isPresent()
          || interviews.append(
              interview,
              loaded.version(),
              new InvitationIssued(id, capability, boundTo, expires),
              caller.person(),
              command.client(caller.person()),
              command.correlationId())) {
        return id;
      }
    }
    throw Problems.conflict();
  }

  /// Takes the invitation back, and what was granted by it: the grant first, so that a crash in
  /// between leaves an invitation that visibly waits for its revocation; and once more at the end,
  /// for somebody who accepted in between.
  void revoke(Caller caller, String interview, String invitation, Command command) {
    for (int attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
      Interviews.Loaded loaded = interviews.load(interview);
      Interview.Invitation found =
          loaded.interview().findInvitation(invitation).orElseThrow(Problems::noSuchInvitation);
      withdraw(interview, found, 2L * attempt + 1, caller, command);
      if (found.revoked()
          || interviews.append(
              interview,
              loaded.version(),
              new InvitationRevoked(invitation),
              caller.person(),
              command.client(caller.person()),
              command.correlationId())) {
        withdraw(interview, found, 2L * attempt + 2, caller, command);
        return;
      }
    }
    throw Problems.conflict();
  }

  private void withdraw(
      String interview, Interview.Invitation from, long n, Caller caller, Command command) {
    PersonId person = from.acceptedBy();
    if (person == null) {
      return;
    }
    Outcome outcome =
        rooms.execute(
            interview,
            PersonId.SYSTEM,
            new RoomCommand.WithdrawCapability(person, from.capability()),
            command.client(caller.person()),
            n,
            command.correlationId());
    if (outcome instanceof Outcome.Refused(var reason)) {
      throw Problems.rejected(reason);
    }
  }

  Views.OpenedInvitation open(Caller caller, String token) {
    Found found = find(token);
    Interview interview = found.interview();
    return new Views.OpenedInvitation(
        new Views.InvitedTo(
            found.token().interview(),
            interview.title(),
            interview.language(),
            interview.plannedMinutes()),
        found.invitation().capability(),
        interview.interviewer(),
        found.invitation().expiresAt(),
        state(caller, found.invitation()));
  }

  /// @return the interview's id
  String accept(Caller caller, String token, Command command) {
    PersonId person = caller.person();
    for (int attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
      Found found = find(token);
      String id = found.token().interview();
      Interview.Invitation invitation = found.invitation();
      boolean accepted =
          switch (state(caller, invitation)) {
            case YOURS -> true;
            case OPEN -> {
              personal.add(person, id, found.interview().bookedAt());
              yield interviews.append(
                  id,
                  found.version(),
                  new InvitationAccepted(invitation.id(), person, invitation.capability()),
                  person,
                  command.client(person),
                  command.correlationId());
            }
            case TAKEN -> throw Problems.invitation(InvitationState.TAKEN);
            case REVOKED -> throw Problems.invitation(InvitationState.REVOKED);
            case EXPIRED -> throw Problems.invitation(InvitationState.EXPIRED);
            case FOR_SOMEONE_ELSE -> throw Problems.invitation(InvitationState.FOR_SOMEONE_ELSE);
          };
      if (accepted) {
        enter(id, person, invitation, command);
        return id;
      }
    }
    throw Problems.conflict();
  }

  private InvitationState state(Caller caller, Interview.Invitation invitation) {
    return InvitationState.of(
        invitation, caller.person(), logins.digest(caller.login()), clock.instant());
  }

  private void enter(String id, PersonId person, Interview.Invitation invitation, Command command) {
    Outcome outcome =
        rooms.execute(
            id,
            PersonId.SYSTEM,
            new RoomCommand.GrantCapability(person, invitation.capability()),
            "invitation/" + invitation.id(),
            1,
            command.correlationId());
    if (outcome instanceof Outcome.Refused(var reason)
        && rooms.read(id, room -> room.findMember(person).isEmpty())) {
      throw Problems.rejected(reason);
    }
  }

  private record Found(
      InvitationToken token, Interview interview, long version, Interview.Invitation invitation) {}

  private Found find(String text) {
    InvitationToken token = InvitationToken.read(text, key).orElseThrow(Problems::noSuchInvitation);
    Interviews.Loaded loaded = interviews.load(token.interview());
    Optional<Interview.Invitation> invitation =
        loaded.interview().exists()
            ? loaded.interview().findInvitation(token.invitation())
            : Optional.empty();
    return new Found(
        token,
        loaded.interview(),
        loaded.version(),
        invitation.orElseThrow(Problems::noSuchInvitation));
  }
}
