package dev.mockingbird.interview.booking;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.events.InterviewEvent.InterviewBooked;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.live.LiveRooms;
import dev.mockingbird.interview.live.Outcome;
import dev.mockingbird.interview.room.Rejection;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.web.Caller;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;

/// Books interviews and plans their questions. Every step is a repeat when the request is sent
/// again under its key, so that a request that was cut off can simply be repeated.
@Service
class BookingService {

  private final Interviews interviews;
  private final LiveRooms rooms;
  private final PersonalInterviews personal;
  private final QuestionSource bank;
  private final DataKeys dataKeys;
  private final InstallationKey installation;
  private final StoreHeadroom headroom;
  private final InstantSource clock;

  BookingService(
      Interviews interviews,
      LiveRooms rooms,
      PersonalInterviews personal,
      QuestionSource bank,
      DataKeys dataKeys,
      InstallationKey installation,
      StoreHeadroom headroom,
      InstantSource clock) {
    this.interviews = interviews;
    this.rooms = rooms;
    this.personal = personal;
    this.bank = bank;
    this.dataKeys = dataKeys;
    this.installation = installation;
    this.headroom = headroom;
    this.clock = clock;
  }

  /// @return the interview's id, the same for the same caller and key
  String book(Caller caller, BookingRules.Booking booking, Command command) {
    PersonId person = caller.person();
    String id = installation.digest("interview-id", person + "/" + command.key()).substring(0, 20);
    Interview known = interviews.load(id).interview();
    if (known.isErased()) {
      throw Problems.erased();
    }
    if (!known.exists() && !headroom.takesNewInterviews()) {
      throw Problems.storeNearlyFull();
    }
    List<QuestionSource.Picked> picked =
        booking.questions().stream()
            .map(question -> bank.pick(question, command.authorization()))
            .toList();
    if (picked.stream().mapToInt(it -> it.planned().length()).sum()
        > RoomCommand.PlanQuestion.LONGEST_PLAN) {
      throw Problems.rejected(Rejection.PLAN_FULL);
    }
    dataKeys.create(id);
    personal.add(person, id, clock.instant());
    interviews.append(
        id,
        0,
        new InterviewBooked(booking.title(), booking.language(), booking.plannedMinutes(), person),
        person,
        command.client(person),
        command.correlationId());
    execute(
        id,
        new RoomCommand.OpenRoom(
            booking.title(),
            booking.language(),
            booking.plannedMinutes(),
            booking.callLink(),
            person),
        1,
        caller,
        command);
    rooms.watch(id);
    for (int i = 0; i < picked.size(); i++) {
      execute(id, picked.get(i).planned(), i + 2, caller, command);
    }
    return id;
  }

  /// Adds a question to the plan of an interview that has not ended.
  void plan(Caller caller, String interview, String question, Command command) {
    QuestionSource.Picked picked = bank.pick(question, command.authorization());
    Outcome outcome =
        rooms.execute(
            interview,
            caller.person(),
            picked.planned(),
            command.client(caller.person()),
            1,
            command.correlationId());
    if (outcome instanceof Outcome.Refused(var reason)) {
      throw Problems.rejected(reason);
    }
  }

  private void execute(String id, RoomCommand roomCommand, long n, Caller caller, Command command) {
    Outcome outcome =
        rooms.execute(
            id,
            PersonId.SYSTEM,
            roomCommand,
            command.client(caller.person()),
            n,
            command.correlationId());
    if (outcome instanceof Outcome.Refused(var reason)) {
      throw Problems.rejected(reason);
    }
  }
}
