package dev.mockingbird.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is published on the channel that closes live sockets.
final class SignOutsHeard implements AutoCloseable {

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final Disposable subscription;

  SignOutsHeard(RunningGateway gateway) {
    subscription =
        gateway
            .bean(ReactiveStringRedisTemplate.class)
            .listenToChannelLater("mockingbird:sign-outs")
            .block()
            .subscribe(message -> messages.add(message.getMessage()));
  }

  JsonNode next() {
    try {
      String message = messages.poll(5, TimeUnit.SECONDS);
      assertThat(message).as("a message within 5 s").isNotNull();
      return new JsonMapper().readTree(message);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    subscription.dispose();
  }
}
