package dev.mockingbird.search.bank;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/// What a new user meets first: imported like anybody's list when the bank is empty. Several
/// instances may try at once; to the bank it is one batch.
@Component
@ConditionalOnBooleanProperty("mockingbird.starter-bank.enabled")
class StarterBank implements SmartLifecycle {

  static final String SOURCE = "starter-bank";

  private static final Logger log = LoggerFactory.getLogger(StarterBank.class);
  private static final long RETRY_SECONDS = 1;

  private final Bank bank;
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  StarterBank(Bank bank) {
    this.bank = bank;
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    Thread.ofVirtual().name("starter-bank").start(this::fill);
  }

  private void fill() {
    while (isRunning()) {
      try {
        if (bank.isEmpty()) {
          ImportReport report = bank.apply(request());
          log.info("The starter bank brought {} questions", report.added());
        }
        return;
      } catch (RedisException | CompletionException | ErrorResponseException e) {
        log.warn("The starter bank is tried again: {}", e.toString());
        pause();
      }
    }
  }

  private static ImportRequest request() {
    try {
      return new ImportRequest(
          new ClassPathResource("starter-bank.md").getContentAsString(StandardCharsets.UTF_8),
          SOURCE,
          Language.ENGLISH,
          PersonId.SYSTEM,
          UUID.randomUUID().toString());
    } catch (IOException e) {
      throw new IllegalStateException("starter-bank.md is missing from the jar", e);
    }
  }

  private void pause() {
    try {
      stopped.await(RETRY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
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
}
