package dev.mockingbird.eventlog;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Work in the background that waits for stores, so that no service waits for them: a step that is
/// taken, and after a pause taken again, until it says that nothing is left to do.
///
/// Its phase is the last one, so that it stops before the consumers it may have started.
public class PatientWork implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PatientWork.class);
  private static final Duration LAST_STEP = Duration.ofSeconds(12);

  private final String name;
  private final Duration pause;
  private final Step step;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private @Nullable Thread thread;

  /// @param name what waits, as the log tells it
  public PatientWork(String name, Duration pause, Step step) {
    this.name = name;
    this.pause = pause;
    this.step = step;
  }

  @FunctionalInterface
  public interface Step {

    /// @return whether nothing is left to do
    /// @throws Exception when a store does not answer: the step is taken again
    boolean take() throws Exception;
  }

  @Override
  public final synchronized void start() {
    CountDownLatch latch = new CountDownLatch(1);
    stopped = latch;
    thread = Thread.ofVirtual().name(name).start(() -> work(latch));
  }

  private void work(CountDownLatch latch) {
    boolean failing = false;
    boolean done = false;
    try {
      while (!done && latch.getCount() > 0) {
        try {
          done = step.take();
          if (failing) {
            failing = false;
            log.info("{} no longer waits", name);
          }
        } catch (InterruptedException e) {
          throw e;
        } catch (Exception e) {
          if (!failing && latch.getCount() > 0) {
            failing = true;
            log.warn("{} waits: {}", name, e.getCause() == null ? e : e.getCause().toString());
          }
        }
        if (!done) {
          latch.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final synchronized void stop() {
    stopped.countDown();
    Thread working = thread;
    if (working != null) {
      working.interrupt();
      try {
        working.join(LAST_STEP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public final boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
