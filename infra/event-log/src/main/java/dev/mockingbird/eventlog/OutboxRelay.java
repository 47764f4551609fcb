package dev.mockingbird.eventlog;

import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Carries facts from the outboxes of some shards to Kafka, in order, at least once.
///
/// One instance at a time holds a shard's lease. An entry leaves the outbox only after the broker
/// acknowledged it, so a relay that lost its lease while it slept can only repeat. While Kafka or
/// Redis is down it tries again; nothing waits for it. The timer `mockingbird.relay.lag` tells how
/// long facts took from their append to the broker's acknowledgement.
public final class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Duration BLOCK = Duration.ofSeconds(1);
  private static final Duration LAST_BATCH = BLOCK.plusSeconds(1);
  private static final int BATCH = 2_000;

  private final RedisClient redis;
  private final Producer<String, String> producer;
  private final EventCodec codec;
  private final List<String> tags;
  private final Timer lag;
  private final String owner = UUID.randomUUID().toString();
  private final List<Thread> threads = new ArrayList<>();
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  /// @param tags the shards whose facts this service writes
  public OutboxRelay(
      RedisClient redis,
      Producer<String, String> producer,
      EventCodec codec,
      List<String> tags,
      MeterRegistry meters) {
    this.redis = redis;
    this.producer = producer;
    this.codec = codec;
    this.tags = List.copyOf(tags);
    this.lag = meters.timer("mockingbird.relay.lag");
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    for (String tag : tags) {
      threads.add(Thread.ofVirtual().name("relay-" + tag).start(() -> relay(tag)));
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    try {
      await(Instant.now().plus(LAST_BATCH));
      threads.forEach(Thread::interrupt);
      await(Instant.now().plus(LAST_BATCH));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  private void await(Instant deadline) throws InterruptedException {
    for (Thread thread : threads) {
      Duration left = Duration.between(Instant.now(), deadline);
      if (left.isPositive()) {
        thread.join(left);
      }
    }
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  private void relay(String tag) {
    boolean failing = false;
    while (isRunning()) {
      try (StatefulRedisConnection<String, String> connection = redis.connect()) {
        Lease lease = new Lease(connection, JournalKeys.outbox(tag) + ":lease", owner, LEASE);
        while (isRunning()) {
          carry(connection, tag, lease);
          if (failing) {
            failing = false;
            log.info("The relay of shard {} works again", tag);
          }
        }
        lease.release();
      } catch (Exception e) {
        if (!failing && isRunning()) {
          failing = true;
          log.warn("The relay of shard {} waits: {}", tag, e.toString());
        }
        pause();
      }
    }
  }

  private void carry(StatefulRedisConnection<String, String> connection, String tag, Lease lease)
      throws Exception {
    if (!lease.hold()) {
      pause();
      return;
    }
    String outbox = JournalKeys.outbox(tag);
    List<StreamMessage<String, String>> entries =
        connection
            .sync()
            .xread(XReadArgs.Builder.block(BLOCK).count(BATCH), StreamOffset.from(outbox, "0-0"));
    if (entries == null || entries.isEmpty()) {
      return;
    }
    List<Future<?>> sent = new ArrayList<>(entries.size());
    for (StreamMessage<String, String> entry : entries) {
      sent.add(producer.send(kafkaRecord(entry.getBody())));
    }
    producer.flush();
    for (Future<?> acknowledged : sent) {
      acknowledged.get();
    }
    Instant now = Instant.now();
    entries.forEach(it -> lag.record(Duration.between(appendedAt(it.getBody()), now)));
    connection
        .sync()
        .xdel(outbox, entries.stream().map(StreamMessage::getId).toArray(String[]::new));
  }

  private ProducerRecord<String, String> kafkaRecord(Map<String, String> entry) {
    String key = field(entry, "key");
    Instant at = appendedAt(entry);
    String envelope =
        codec.complete(
            field(entry, "d"),
            key,
            Long.parseLong(field(entry, "n")),
            Long.parseLong(field(entry, "s")),
            at);
    return new ProducerRecord<>(field(entry, "topic"), null, at.toEpochMilli(), key, envelope);
  }

  private static Instant appendedAt(Map<String, String> entry) {
    return Instant.ofEpochMilli(Long.parseLong(field(entry, "t")));
  }

  private void pause() {
    try {
      stopped.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String field(Map<String, String> entry, String name) {
    String value = entry.get(name);
    if (value == null) {
      throw new IllegalStateException("An outbox entry lacks its field " + name);
    }
    return value;
  }
}
