package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.benchmarks.load.Generator;
import dev.mockingbird.benchmarks.load.Handshake;
import dev.mockingbird.benchmarks.load.Opening;
import dev.mockingbird.benchmarks.stage.BookedRoom.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Rooms with a question asked and a text begun, each with two people of its own: a person may not
/// have many sockets.
final class Rooms {

  private static final int AT_ONCE = 32;
  private static final long FIRST_PERSON = 1_000_000;

  private final Generator generator;
  private final SignedTokens tokens;
  private long people = FIRST_PERSON;

  Rooms(Generator generator, SignedTokens tokens) {
    this.generator = generator;
    this.tokens = tokens;
  }

  List<BookedRoom> prepare(int count, Running service) {
    Booking booking = new Booking(service.port());
    List<Future<BookedRoom>> rooms = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (int i = 0; i < count; i++) {
        Member interviewer = interviewer("demo:" + people++);
        Member candidate = candidate("demo:" + people++);
        rooms.add(
            threads.submit(() -> prepare(booking, interviewer, candidate, service.socketPort())));
      }
    }
    return rooms.stream().map(Rooms::result).toList();
  }

  /// A room of these two people.
  BookedRoom prepare(String interviewer, String candidate, Running service) {
    return prepare(
        new Booking(service.port()),
        interviewer(interviewer),
        candidate(candidate),
        service.socketPort());
  }

  private BookedRoom prepare(Booking booking, Member interviewer, Member candidate, int port) {
    BookedRoom room = booking.book(interviewer, candidate);
    Opening.open(
        generator, door(room, interviewer, port), door(room, candidate, port), candidate.person());
    return room;
  }

  static Handshake door(BookedRoom room, Member member, int port) {
    return new Handshake(
        port, "/ws/rooms/" + room.id(), List.of("Authorization: Bearer " + member.token()));
  }

  private Member interviewer(String person) {
    return new Member(person, tokens.token(person, "\"interviewer\",\"member\""));
  }

  private Member candidate(String person) {
    return new Member(person, tokens.token(person, "\"member\""));
  }

  private static BookedRoom result(Future<BookedRoom> room) {
    try {
      return room.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a room could not be prepared", e.getCause());
    }
  }
}
