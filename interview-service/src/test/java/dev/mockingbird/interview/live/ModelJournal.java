package dev.mockingbird.interview.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules of `append.lua` in memory, for schedules of which thousands are played in a second:
/// repeats, guards, the seal, one order.
final class ModelJournal {

  enum Result {
    APPENDED,
    SEEN,
    CONFLICT,
    SEALED
  }

  record Line(String json, Instant at) {}

  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Long> scopes = new HashMap<>();
  private final Map<String, Long> clients = new HashMap<>();
  private boolean sealed;

  Result append(
      String client,
      long n,
      Map<String, Long> guards,
      List<String> bumps,
      List<String> entries,
      boolean seal,
      Instant at) {
    if (n <= lastAccepted(client)) {
      return Result.SEEN;
    }
    if (sealed) {
      return Result.SEALED;
    }
    if (guards.entrySet().stream()
        .anyMatch(guard -> !guard.getValue().equals(scopes.getOrDefault(guard.getKey(), 0L)))) {
      return Result.CONFLICT;
    }
    entries.forEach(entry -> lines.add(new Line(entry, at)));
    bumps.forEach(scope -> scopes.merge(scope, 1L, Long::sum));
    clients.put(client, n);
    sealed = seal;
    return Result.APPENDED;
  }

  long lastAccepted(String client) {
    return clients.getOrDefault(client, 0L);
  }

  /// What comes after a sequence number, in order.
  List<Line> after(long sequence) {
    return List.copyOf(lines.subList((int) sequence, lines.size()));
  }

  long sequence() {
    return lines.size();
  }
}
