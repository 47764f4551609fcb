package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.Lease;
import dev.mockingbird.eventlog.Shards;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves ended rooms, a shard after the other. Every instance may do it at any time: a lease only
/// spares the topic two copies of each chunk. While a store is away it waits; since Kafka may be
/// away for one room alone, such as when a disk has lost a record of its, that room lets the others
/// pass.
///
/// A room whose archive is not its journal stays in Redis as it is; the log names it, the counter
/// `mockingbird.archive.rooms` counts it as `refused`, and it is tried again a day later.
final class ArchiveSweep {

  private static final Logger log = LoggerFactory.getLogger(ArchiveSweep.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration AGAIN = Duration.ofDays(1);
  private static final Duration LETS_PASS = Duration.ofMinutes(10);

  private final RoomArchiver archiver;
  private final EndedRooms ended;
  private final LastingView lasting;
  private final Shards shards;
  private final StatefulRedisConnection<String, String> redis;
  private final InstantSource clock;
  private final Duration keptFor;
  private final MeterRegistry meters;
  private final String owner = UUID.randomUUID().toString();
  private Instant looked = Instant.MIN;

  /// @param keptFor how long a journal stays in Redis after its room ended
  ArchiveSweep(
      RoomArchiver archiver,
      EndedRooms ended,
      LastingView lasting,
      Shards shards,
      StatefulRedisConnection<String, String> redis,
      InstantSource clock,
      Duration keptFor,
      MeterRegistry meters) {
    this.archiver = archiver;
    this.ended = ended;
    this.lasting = lasting;
    this.shards = shards;
    this.redis = redis;
    this.clock = clock;
    this.keptFor = keptFor;
    this.meters = meters;
  }

  /// @return false: there is always more to come
  /// @throws ArchiveUnavailableException when Kafka was away for some room, after all shards
  boolean sweep() {
    Instant now = clock.instant();
    @Nullable ArchiveUnavailableException away = null;
    boolean look = now.isAfter(looked.plus(AGAIN));
    for (String tag : shards.tags()) {
      Lease lease = new Lease(redis, "{" + tag + "}:rooms:archive-lease", owner, LEASE);
      if (lease.hold()) {
        if (look) {
          ended.lookForForgotten(tag);
        }
        try {
          archive(tag, lease, now);
          trim(tag, lease, now);
        } catch (ArchiveUnavailableException e) {
          away = e;
        }
        lease.release();
      }
    }
    looked = look ? now : looked;
    if (away != null) {
      throw away;
    }
    return false;
  }

  private void archive(String tag, Lease lease, Instant now) {
    for (String room : ended.toArchive(tag, now)) {
      if (lease.hold()) {
        move(room, now, "archived", () -> archive(new JournalKeys(tag, "room", room)));
      }
    }
  }

  private boolean archive(JournalKeys room) {
    return switch (archiver.archive(room)) {
      case RoomArchiver.Step.Done(Instant endedAt) -> {
        ended.archived(room.id(), endedAt);
        yield true;
      }
      case RoomArchiver.Step.NothingToDo _ -> forget(room);
      case RoomArchiver.Step.Overtaken _ -> false;
    };
  }

  private void trim(String tag, Lease lease, Instant now) {
    for (String room : ended.toTrim(tag, now.minus(keptFor))) {
      if (lease.hold()) {
        move(room, now, "trimmed", () -> trim(new JournalKeys(tag, "room", room), now));
      }
    }
  }

  private boolean trim(JournalKeys room, Instant now) {
    lasting.keep(room.id());
    return switch (archiver.trim(room, now)) {
      case RoomArchiver.Step.Done _ -> {
        ended.done(room.id());
        yield true;
      }
      case RoomArchiver.Step.NothingToDo _ -> forget(room);
      case RoomArchiver.Step.Overtaken _ -> {
        ended.archiveAgain(room.id(), now);
        yield false;
      }
    };
  }

  private boolean forget(JournalKeys room) {
    ended.done(room.id());
    return false;
  }

  /// Redis away makes the whole sweep wait, Kafka this shard; anything else is this room's own
  /// trouble.
  private void move(String room, Instant now, String outcome, BooleanSupplier step) {
    try {
      if (step.getAsBoolean()) {
        count(outcome);
      }
    } catch (RuntimeException e) {
      if (causes(e).anyMatch(RedisException.class::isInstance)) {
        throw e;
      }
      if (causes(e).anyMatch(ArchiveSweep::isTooLate)) {
        ended.archiveAgain(room, now.plus(LETS_PASS));
        log.info("Room {} waits for Kafka and lets the others pass", room);
        throw new ArchiveUnavailableException("Room " + room + " has to wait", e);
      }
      String reason =
          causes(e)
              .filter(ArchiveDisagreesException.class::isInstance)
              .map(Throwable::getMessage)
              .findFirst()
              .orElseGet(() -> e.getClass().getName());
      log.error("Room {} stays in Redis as it is: {}", room, reason);
      count("refused");
      ended.archiveAgain(room, now.plus(AGAIN));
    }
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static boolean isTooLate(Throwable failure) {
    return failure instanceof ArchiveUnavailableException || failure instanceof TimeoutException;
  }

  private void count(String outcome) {
    meters.counter("mockingbird.archive.rooms", "outcome", outcome).increment();
  }
}
