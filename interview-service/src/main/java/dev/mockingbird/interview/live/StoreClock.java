package dev.mockingbird.interview.live;

import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Redis's clock, which deadlines go by, the same for every instance. It is asked for now and then
/// and followed meanwhile by this machine's steady clock, so that telling the time asks nobody and
/// a step of the machine's own clock changes nothing.
@Component
class StoreClock implements InstantSource {

  /// An answer that took longer says too little of the time.
  private static final Duration SLOW = Duration.ofSeconds(1);

  /// @param nanos of the steady clock when Redis's was `time`
  private record Reading(Instant time, long nanos) {}

  private final StatefulRedisConnection<String, String> connection;
  private volatile @Nullable Reading last;

  StoreClock(StatefulRedisConnection<String, String> eventLogConnection) {
    this.connection = eventLogConnection;
    follow();
  }

  @Scheduled(fixedDelay = 5_000)
  void follow() {
    long asked = System.nanoTime();
    connection.async().time().thenAccept(time -> read(time, asked, System.nanoTime()));
  }

  private void read(List<String> time, long asked, long answered) {
    if (last == null || answered - asked < SLOW.toNanos()) {
      Instant told =
          Instant.ofEpochSecond(Long.parseLong(time.get(0)), Long.parseLong(time.get(1)) * 1_000L);
      last = new Reading(told, asked + (answered - asked) / 2);
    }
  }

  /// This machine's time as long as Redis has not told its own.
  @Override
  public Instant instant() {
    Reading reading = last;
    return reading == null
        ? Instant.now()
        : reading.time().plusNanos(System.nanoTime() - reading.nanos());
  }
}
