package dev.mockingbird.eventlog;

import dev.mockingbird.events.Topics;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sees to it that the topics exist, as soon as Kafka can be reached; no service waits for it.
final class TopicsAtStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TopicsAtStart.class);
  private static final long RETRY_SECONDS = 2;

  private final TopicCreator creator;
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  TopicsAtStart(TopicCreator creator) {
    this.creator = creator;
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    Thread.ofVirtual().name("topics").start(this::create);
  }

  private void create() {
    try {
      boolean created = false;
      while (!created && isRunning()) {
        try {
          creator.create(Topics.all());
          created = true;
        } catch (ExecutionException e) {
          log.info(
              "The topics wait for Kafka: {}", e.getCause() == null ? e : e.getCause().toString());
          stopped.await(RETRY_SECONDS, TimeUnit.SECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  /// Before consumers and relays.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
