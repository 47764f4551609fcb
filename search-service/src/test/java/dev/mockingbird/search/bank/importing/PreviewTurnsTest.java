package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewTurnsTest {

  private static final PersonId OLIVIA = new PersonId("demo:1");
  private static final PersonId OMAR = new PersonId("demo:2");
  private static final PersonId OSKAR = new PersonId("demo:3");

  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();

  @AfterEach
  void end() {
    done.countDown();
    people.close();
  }

  @Test
  void makesTwoAtOnceAndRefusesAThirdThatWaitedLongEnough() {
    PreviewTurns turns = new PreviewTurns(Duration.ofMillis(50));
    begins(turns, OLIVIA, 1);
    begins(turns, OMAR, 2);

    assertThatThrownBy(() -> turns.take(OSKAR, () -> "read"))
        .hasMessageContaining("TOO_MANY_PREVIEWS");
    done.countDown();
    await().until(() -> running.get() == 0);
    assertThat(turns.take(OSKAR, () -> "read")).isEqualTo("read");
  }

  @Test
  void ofThoseThatOnePersonWaitsForOnlyTheNewestIsMade() {
    PreviewTurns turns = new PreviewTurns(Duration.ofMinutes(1));
    begins(turns, OLIVIA, 1);
    CompletableFuture<Boolean> one = asks(turns);
    CompletableFuture<Boolean> other = asks(turns);

    assertThat(CompletableFuture.anyOf(one, other).join())
        .as("while nothing ends")
        .isEqualTo(false);
    done.countDown();

    assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(true, false);
  }

  /// Whether it is made.
  private CompletableFuture<Boolean> asks(PreviewTurns turns) {
    return CompletableFuture.supplyAsync(() -> turns.take(OLIVIA, () -> true), people)
        .exceptionally(_ -> false);
  }

  private void begins(PreviewTurns turns, PersonId person, int together) {
    people.execute(
        () ->
            turns.take(
                person,
                () -> {
                  running.incrementAndGet();
                  try {
                    return done.await(1, TimeUnit.MINUTES);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  } finally {
                    running.decrementAndGet();
                  }
                }));
    await().until(() -> running.get() == together);
  }
}
