package dev.mockingbird.scoring.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.MessageListenerContainer;

/// Starts the projection as soon as Elasticsearch and Kafka answer; the service does not wait.
///
/// Where the index is missing the consumer group is forgotten first, so that a view that was thrown
/// away is rebuilt from the beginning of the topics.
final class ReportStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ReportStart.class);
  private static final long RETRY_SECONDS = 2;

  private final ReportIndex index;
  private final MessageListenerContainer consumer;
  private final String bootstrap;
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  ReportStart(ReportIndex index, MessageListenerContainer consumer, String bootstrap) {
    this.index = index;
    this.consumer = consumer;
    this.bootstrap = bootstrap;
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    Thread.ofVirtual().name("report-start").start(this::begin);
  }

  private void begin() {
    try {
      while (isRunning() && !consumer.isRunning()) {
        try {
          prepare();
          consumer.start();
        } catch (IOException | ExecutionException | RuntimeException e) {
          log.info("The reports wait: {}", e.getCause() == null ? e : e.getCause().toString());
          stopped.await(RETRY_SECONDS, TimeUnit.SECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void prepare() throws IOException, ExecutionException, InterruptedException {
    if (!index.exists()) {
      forgetGroup();
      index.create();
      log.info("The index of the reports was made; they are built from the log");
    }
  }

  private void forgetGroup() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.deleteConsumerGroups(List.of(ReportProjection.GROUP)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    consumer.stop();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
