package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.PersonId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Previews hold whole lists in memory, and every click asks for one: a person has one at a time,
/// and all people two. Of those that wait only a person's newest is worth making.
@Component
class PreviewTurns {

  private static final int TOGETHER = 2;

  private final Duration patience;
  private final Set<PersonId> busy = new HashSet<>();
  private final Map<PersonId, Object> newest = new HashMap<>();

  @Autowired
  PreviewTurns() {
    this(Duration.ofSeconds(20));
  }

  PreviewTurns(Duration patience) {
    this.patience = patience;
  }

  /// @throws org.springframework.web.ErrorResponseException when its turn does not come
  <T> T take(PersonId person, Supplier<T> preview) {
    if (!begin(person)) {
      throw ImportProblems.tooManyPreviews();
    }
    try {
      return preview.get();
    } finally {
      end(person);
    }
  }

  private synchronized boolean begin(PersonId person) {
    Object ticket = new Object();
    newest.put(person, ticket);
    notifyAll();
    long until = System.nanoTime() + patience.toNanos();
    while (newest.get(person) == ticket && (busy.contains(person) || busy.size() >= TOGETHER)) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0 || !waited(left)) {
        break;
      }
    }
    boolean free = !busy.contains(person) && busy.size() < TOGETHER;
    boolean begun = newest.remove(person, ticket) && free;
    if (begun) {
      busy.add(person);
    }
    return begun;
  }

  private boolean waited(long millis) {
    try {
      wait(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized void end(PersonId person) {
    busy.remove(person);
    notifyAll();
  }
}
