package dev.mockingbird.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@LocalStack
class RedisServerIT {

  @Test
  void keepsWhatItAcknowledgedThroughAKill(RedisServer redis) throws IOException {
    assertThat(ask(redis, "SET answer 42")).isEqualTo("+OK");
    int port = redis.port();

    redis.kill();
    assertThat(redis.isReady()).isFalse();
    redis.start();

    assertThat(redis.port()).isEqualTo(port);
    assertThat(ask(redis, "GET answer")).isEqualTo("$2\r\n42");
  }

  @Test
  void keepsItsDataThroughACleanStop(RedisServer redis) throws IOException {
    ask(redis, "SET stopped cleanly");
    redis.stop();
    redis.start();
    assertThat(ask(redis, "GET stopped")).isEqualTo("$7\r\ncleanly");
  }

  @Test
  void syncsEveryWriteAndNeverEvicts(RedisServer redis) throws IOException {
    assertThat(ask(redis, "CONFIG GET appendfsync")).endsWith("always");
    assertThat(ask(redis, "CONFIG GET maxmemory-policy")).endsWith("noeviction");
    assertThat(ask(redis, "CONFIG GET bind")).endsWith("127.0.0.1");
  }

  @Test
  void asksForThePasswordItWasGiven(@TempDir Path folder) throws IOException {
    var options = new RedisServer.Options("s3cret", "64mb");
    try (var redis = new RedisServer(Ports.free(), folder, folder.resolve("redis.log"), options)) {
      redis.start();
      assertThat(redis.uri()).isEqualTo("redis://:s3cret@127.0.0.1:" + redis.port());
      assertThat(ask(redis, "GET answer")).startsWith("-NOAUTH");
      assertThat(ask(redis, "AUTH s3cret\r\nCONFIG GET maxmemory")).endsWith("67108864");
    }
  }

  @Test
  void saysWhyItCannotStart(RedisServer redis, @TempDir Path folder) {
    try (var second =
        new RedisServer(
            redis.port(), folder, folder.resolve("redis.log"), RedisServer.Options.DEFAULT)) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(second::start))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + redis.port() + " is in use");
    }
  }

  private static String ask(RedisServer redis, String command) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", redis.port())) {
      socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
      String reply =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return reply.substring(0, reply.lastIndexOf("+OK")).strip();
    }
  }
}
