package dev.mockingbird.eventlog;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// After an erasure, has a view's store give up the bytes as well: a deleted document lies on the
/// disk until the store rewrites the file that it is in, which may be never.
///
/// A store may hold on to deletions for a while, for copies that must catch up; so it is asked
/// again, [#ROUNDS] times at most. An erasure whose service dies within these minutes is not taken
/// up again: the document is gone for everybody who asks, its bytes go with the next rewriting.
public final class Expunger {

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int ROUNDS = 18;

  private final Store store;
  private final AtomicInteger rounds = new AtomicInteger();

  public Expunger(Store store) {
    this.store = store;
  }

  public interface Store {

    /// Rewrites what holds deleted documents.
    ///
    /// @return whether none was left before
    boolean expunge() throws IOException;
  }

  /// Something was erased from the view, and the view knows it.
  public void erased() {
    rounds.set(ROUNDS);
  }

  /// @param view as the log names it
  public PatientWork work(String view) {
    return new PatientWork("Expunging " + view, PAUSE, this::step);
  }

  private boolean step() throws IOException {
    if (rounds.get() > 0) {
      rounds.decrementAndGet();
      if (store.expunge()) {
        rounds.set(0);
      }
    }
    return false;
  }
}
