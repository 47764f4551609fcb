package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who is in which room, over all instances: a hash per room from `<person>|<instance>` to when the
/// instance last said so (ms). An instance that dies is forgotten after [#FORGOTTEN_AFTER].
@Component
class RoomPresence {

  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(40);

  private final StatefulRedisConnection<String, String> connection;
  private final String instance = UUID.randomUUID().toString();
  private final Clock clock = Clock.systemUTC();

  RoomPresence(StatefulRedisConnection<String, String> eventLogConnection) {
    this.connection = eventLogConnection;
  }

  CompletionStage<Boolean> here(JournalKeys room, PersonId person) {
    connection.async().expire(room.presence(), FORGOTTEN_AFTER.multipliedBy(2));
    return connection.async().hset(room.presence(), field(person), Long.toString(clock.millis()));
  }

  CompletionStage<Long> left(JournalKeys room, PersonId person) {
    return connection.async().hdel(room.presence(), field(person));
  }

  CompletionStage<Set<PersonId>> present(JournalKeys room) {
    long oldest = clock.millis() - FORGOTTEN_AFTER.toMillis();
    return connection
        .async()
        .hgetall(room.presence())
        .thenApply(
            fields ->
                fields.entrySet().stream()
                    .filter(entry -> Long.parseLong(entry.getValue()) >= oldest)
                    .map(entry -> person(entry.getKey()))
                    .collect(Collectors.toSet()));
  }

  private String field(PersonId person) {
    return person.value() + "|" + instance;
  }

  private static PersonId person(String field) {
    return new PersonId(field.substring(0, field.indexOf('|')));
  }
}
