package dev.mockingbird.interview.booking;

import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.Shards;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The logins that invitations are bound to. The log knows only their keyed digest; the readable
/// login stays here, for the interviewer's eyes, and goes with the interview.
@Component
class InvitationLogins {

  private final StatefulRedisConnection<String, String> connection;
  private final Shards shards;
  private final InstallationKey key;

  InvitationLogins(
      StatefulRedisConnection<String, String> eventLogConnection,
      Shards shards,
      InstallationKey key) {
    this.connection = eventLogConnection;
    this.shards = shards;
    this.key = key;
  }

  /// GitHub's logins do not know upper and lower case.
  String digest(String login) {
    return key.digest("login", login.strip().toLowerCase(Locale.ROOT));
  }

  void remember(String interview, String invitation, String login) {
    connection.sync().hset(name(interview), invitation, login.strip());
  }

  Map<String, String> of(String interview) {
    return connection.sync().hgetall(name(interview));
  }

  private String name(String interview) {
    return new JournalKeys(shards.tag(interview), "interview", interview).part("logins");
  }
}
