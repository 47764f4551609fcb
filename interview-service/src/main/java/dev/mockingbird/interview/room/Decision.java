package dev.mockingbird.interview.room;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.interview.room.RoomEntry.Happened;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the rules make of a command.
public sealed interface Decision {

  /// @param entries to be appended together; none: it is so already
  /// @param guards scope versions the decision was made upon
  /// @param seals the journal takes nothing after these entries
  record Accepted(List<RoomEntry> entries, Map<String, Long> guards, boolean seals)
      implements Decision {}

  record Rejected(Rejection reason) implements Decision {}

  static Decision already() {
    return new Accepted(List.of(), Map.of(), false);
  }

  /// Facts that were decided upon the facts before them.
  static Decision facts(Room room, PersonId actor, RoomEvent... events) {
    return new Accepted(
        Arrays.stream(events).<RoomEntry>map(event -> new Happened(actor, event)).toList(),
        guards(room, Scope.FACTS),
        false);
  }

  /// One entry that was decided upon these scopes.
  static Decision entry(Room room, RoomEntry entry, String... scopes) {
    return new Accepted(List.of(entry), guards(room, scopes), false);
  }

  static Map<String, Long> guards(Room room, String... scopes) {
    Map<String, Long> guards = new HashMap<>();
    for (String scope : scopes) {
      guards.put(scope, room.version(scope));
    }
    return guards;
  }
}
