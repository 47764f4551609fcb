package dev.mockingbird.interview.booking;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.events.AccessEvent.Content;
import dev.mockingbird.events.Capability;
import dev.mockingbird.interview.live.LiveRooms;
import dev.mockingbird.interview.live.StoreUnavailableException;
import dev.mockingbird.interview.room.Member;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.web.Caller;
import dev.mockingbird.interview.web.Correlation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Reads interviews for their members; to everybody else they do not exist.
@Component
class InterviewReader {

  private static final int LISTED = 50;

  private final Interviews interviews;
  private final LiveRooms rooms;
  private final PersonalInterviews personal;
  private final RoomSummaries summaries;
  private final InvitationLogins logins;
  private final InstallationKey key;
  private final AccessLog accessLog;
  private final InstantSource clock;
  private final String publicUrl;

  InterviewReader(
      Interviews interviews,
      LiveRooms rooms,
      PersonalInterviews personal,
      RoomSummaries summaries,
      InvitationLogins logins,
      InstallationKey key,
      AccessLog accessLog,
      InstantSource clock,
      @Value("${mockingbird.public.url}") String publicUrl) {
    this.interviews = interviews;
    this.rooms = rooms;
    this.personal = personal;
    this.summaries = summaries;
    this.logins = logins;
    this.key = key;
    this.accessLog = accessLog;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  List<Views.Summary> list(Caller caller) {
    return summaries.of(personal.newest(caller.person(), LISTED)).entrySet().stream()
        .flatMap(it -> it.getValue().view(it.getKey(), caller.person()).stream())
        .toList();
  }

  /// The interviewer sees the references of the plan, and that they saw them is on disk before they
  /// do.
  Views.Detail detail(Caller caller, String id) {
    Views.Detail detail = read(caller, id);
    if (detail.planned() != null) {
      remember(caller, id);
    }
    return detail;
  }

  private void remember(Caller caller, String id) {
    try {
      accessLog.viewed(Content.REFERENCE, id, caller.person(), Correlation.current());
    } catch (IllegalStateException e) {
      throw new StoreUnavailableException(e);
    }
  }

  private Views.Detail read(Caller caller, String id) {
    Interview interview = interviews.load(id).interview();
    if (!interview.exists()) {
      throw Problems.notFound();
    }
    List<Views.InvitationView> invitations = invitations(id, interview);
    return rooms.read(
        id,
        room -> {
          Views.Summary summary =
              RoomSummary.of(room)
                  .flatMap(it -> it.view(id, caller.person()))
                  .orElseThrow(Problems::notFound);
          boolean interviewer =
              room.findMember(caller.person())
                  .filter(member -> member.may(Capability.INTERVIEW))
                  .isPresent();
          return new Views.Detail(
              id,
              summary.title(),
              summary.language(),
              summary.status(),
              summary.plannedMinutes(),
              summary.bookedAt(),
              summary.capability(),
              summary.members(),
              interviewer ? room.callLink() : "",
              interviewer ? plan(room) : null,
              interviewer ? invitations : null);
        });
  }

  /// @throws org.springframework.web.ErrorResponseException 404 when the caller is not its
  ///   interviewer
  void requireInterviewer(Caller caller, String id) {
    Optional<Member> member = rooms.read(id, room -> room.findMember(caller.person()));
    if (member.isEmpty()) {
      throw Problems.notFound();
    }
    if (!member.get().may(Capability.INTERVIEW)) {
      throw Problems.forbidden("Only the interviewer of this interview may do this.");
    }
  }

  Views.InvitationView invitation(String id, String invitation) {
    return invitations(id, interviews.load(id).interview()).stream()
        .filter(view -> view.id().equals(invitation))
        .findFirst()
        .orElseThrow(Problems::noSuchInvitation);
  }

  private static List<Views.PlannedView> plan(Room room) {
    return IntStream.range(0, room.plan().size())
        .mapToObj(
            i ->
                new Views.PlannedView(
                    room.plan().get(i).content(),
                    room.plan().get(i).staff(),
                    room.questions().stream().anyMatch(asked -> asked.planned() == i)))
        .toList();
  }

  private List<Views.InvitationView> invitations(String id, Interview interview) {
    Map<String, String> named = logins.of(id);
    Instant now = clock.instant();
    return interview.invitations().stream()
        .map(
            it ->
                new Views.InvitationView(
                    it.id(),
                    it.capability(),
                    state(it, now),
                    login(named, it),
                    it.expiresAt(),
                    it.acceptedBy(),
                    publicUrl + "/join/" + new InvitationToken(id, it.id()).write(key)))
        .toList();
  }

  private static @Nullable String login(Map<String, String> named, Interview.Invitation it) {
    return named.get(it.id());
  }

  private static String state(Interview.Invitation it, Instant now) {
    if (it.revoked()) {
      return "REVOKED";
    }
    if (it.acceptedBy() != null) {
      return "ACCEPTED";
    }
    return it.isOpen(now) ? "OPEN" : "EXPIRED";
  }
}
