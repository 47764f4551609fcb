package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.benchmarks.load.Handshake;
import dev.mockingbird.benchmarks.load.Role;
import dev.mockingbird.benchmarks.load.RoomDialect;
import dev.mockingbird.stack.github.DemoPerson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Rooms of the demo's people, as many as four of them may be in at the same time, entered through
/// the gateway.
record ProxiedRooms(int port, List<BookedRoom> rooms, Map<DemoPerson, BrowserSession> sessions)
    implements RoomDialect.Doors {

  /// Eight for each person.
  static final int COUNT = 16;

  static ProxiedRooms prepare(Gateway gateway, Rooms rooms, Running service) throws IOException {
    Map<DemoPerson, BrowserSession> sessions = new EnumMap<>(DemoPerson.class);
    for (DemoPerson person : DemoPerson.values()) {
      sessions.put(person, gateway.signIn(person));
    }
    List<BookedRoom> prepared = new ArrayList<>();
    for (int room = 0; room < COUNT; room++) {
      prepared.add(
          rooms.prepare(id(person(room, Role.READER)), id(person(room, Role.TYPIST)), service));
    }
    return new ProxiedRooms(gateway.port(), prepared, sessions);
  }

  @Override
  public Handshake door(int room, Role role) {
    BrowserSession session = java.util.Objects.requireNonNull(sessions.get(person(room, role)));
    return new Handshake(port, "/ws/rooms/" + rooms.get(room).id(), session.headers());
  }

  private static DemoPerson person(int room, Role role) {
    boolean first = room % 2 == 0;
    return role == Role.TYPIST
        ? first ? DemoPerson.CHEN : DemoPerson.MEI
        : first ? DemoPerson.IVAN : DemoPerson.OLIVIA;
  }

  private static String id(DemoPerson person) {
    return "demo:" + person.id();
  }
}
