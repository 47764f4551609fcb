package dev.mockingbird.interview.booking;

import dev.mockingbird.events.PersonId;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ZAddArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Which interviews a person takes part in, newest first: a view, written before the interview's
/// own fact, so that a crash between the two leaves an entry that leads nowhere and is skipped.
@Component
class PersonalInterviews {

  private final StatefulRedisConnection<String, String> connection;

  PersonalInterviews(StatefulRedisConnection<String, String> eventLogConnection) {
    this.connection = eventLogConnection;
  }

  void add(PersonId person, String interview, Instant at) {
    connection
        .sync()
        .zadd(key(person), ZAddArgs.Builder.nx(), (double) at.toEpochMilli(), interview);
  }

  List<String> newest(PersonId person, int limit) {
    return connection
        .sync()
        .zrevrangebyscore(key(person), Range.unbounded(), Limit.create(0, limit));
  }

  private static String key(PersonId person) {
    return "mockingbird:interviews:" + person;
  }
}
