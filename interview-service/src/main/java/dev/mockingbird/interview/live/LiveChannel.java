package dev.mockingbird.interview.live;

import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Hears what other instances append. One connection for all rooms; after every new subscription,
/// also one after a cut, the listener is told that it may have missed something.
@Component
class LiveChannel implements AutoCloseable {

  /// Called on the connection's own thread: must not block.
  interface Listener {
    void heard(String message);

    void mayHaveMissed();
  }

  private final StatefulRedisPubSubConnection<String, String> connection;
  private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

  LiveChannel(RedisClient eventLogRedis) {
    this.connection = eventLogRedis.connectPubSub();
    connection.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, String message) {
            Listener listener = listeners.get(channel);
            if (listener != null) {
              listener.heard(message);
            }
          }

          @Override
          public void subscribed(String channel, long count) {
            Listener listener = listeners.get(channel);
            if (listener == null) {
              connection.async().unsubscribe(channel);
            } else {
              listener.mayHaveMissed();
            }
          }

          /// What one thread asks for may overtake what another asked for before.
          @Override
          public void unsubscribed(String channel, long count) {
            if (listeners.containsKey(channel)) {
              connection.async().subscribe(channel);
            }
          }
        });
  }

  void subscribe(String channel, Listener listener) {
    listeners.put(channel, listener);
    connection.async().subscribe(channel);
  }

  void unsubscribe(String channel) {
    listeners.remove(channel);
    connection.async().unsubscribe(channel);
  }

  /// A connection that only hears would never notice that nobody speaks.
  @Scheduled(fixedRate = 1_000)
  void ask() {
    connection.async().ping();
  }

  @Override
  public void close() {
    connection.close();
  }
}
