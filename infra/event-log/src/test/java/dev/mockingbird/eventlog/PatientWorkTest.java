package dev.mockingbird.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientWorkTest {

  private final AtomicInteger steps = new AtomicInteger();

  @Test
  void takesTheStepAgainUntilTheStoreAnswersAndThenNoMore() {
    CountDownLatch afterwards = new CountDownLatch(1);
    PatientWork work =
        new PatientWork(
            "test",
            Duration.ofMillis(1),
            () -> {
              if (steps.incrementAndGet() < 3) {
                throw new IOException("nobody there");
              }
              afterwards.countDown();
              return true;
            });

    work.start();
    await().until(() -> afterwards.getCount() == 0);
    work.stop();

    assertThat(steps).hasValue(3);
  }

  @Test
  void goesOnWhileSomethingIsLeftToDo() {
    PatientWork work =
        new PatientWork(
            "test",
            Duration.ofMillis(1),
            () -> {
              steps.incrementAndGet();
              return false;
            });

    work.start();
    await().until(() -> steps.get() > 5);
    work.stop();
    int last = steps.get();

    assertThat(work.isRunning()).isFalse();
    assertThat(steps).hasValue(last);
  }

  @Test
  void stopsAtOnceInTheMiddleOfAStepThatHangs() {
    CountDownLatch hanging = new CountDownLatch(1);
    PatientWork work =
        new PatientWork(
            "test",
            Duration.ofMillis(1),
            () -> {
              hanging.countDown();
              new CountDownLatch(1).await();
              return true;
            });

    work.start();
    await().until(() -> hanging.getCount() == 0);
    long before = System.nanoTime();
    work.stop();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
  }
}
