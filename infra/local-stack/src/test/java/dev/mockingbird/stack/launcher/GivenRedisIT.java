package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.RedisServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenRedisIT {

  private static RedisServer redis;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    var options = new RedisServer.Options("s3+cret", "0");
    redis = new RedisServer(Ports.free(), folder, folder.resolve("redis.log"), options);
    redis.start();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @BeforeEach
  void everythingIsAsItShouldBe() throws IOException {
    set("appendfsync always");
    set("maxmemory-policy noeviction");
  }

  @Test
  void acceptsOneThatKeepsWhatItAcknowledges() {
    assertThat(GivenRedis.problem(redis.uri())).isEmpty();
    assertThat(GivenRedis.problem(redis.uri().replace(":s3+cret", "default:s3%2Bcret"))).isEmpty();
  }

  @Test
  void namesEverySettingThatCouldLoseSomething() throws IOException {
    set("appendfsync everysec");
    set("maxmemory-policy allkeys-lru");
    assertThat(GivenRedis.problem(redis.uri()))
        .contains(
            "Redis could lose or forget what it acknowledged: appendfsync is everysec instead of always, maxmemory-policy is allkeys-lru instead of noeviction");
  }

  @Test
  void saysWhyItCannotTell() {
    assertThat(GivenRedis.problem("redis://127.0.0.1:" + redis.port()).orElseThrow())
        .startsWith("Redis does not tell its settings (NOAUTH");
    assertThat(GivenRedis.problem("redis://:wrong@127.0.0.1:" + redis.port()).orElseThrow())
        .startsWith("Redis does not tell its settings (WRONGPASS");
    assertThat(GivenRedis.problem("redis-sentinel://a:1,b:2#main"))
        .contains("Redis cannot be asked for its settings at such an address");
  }

  @Test
  void keepsMockingbirdFromStartingUnlessItIsTrusted(@TempDir Path root) throws IOException {
    set("appendfsync everysec");
    assertThat(problems(root, false)).contains("or use it as it is with --trust-redis.");
    assertThat(problems(root, true)).doesNotContain("Redis");
  }

  private static String problems(Path root, boolean trusted) throws IOException {
    var existing =
        new ExistingStores(Optional.of(redis.uri()), Optional.empty(), Optional.empty(), trusted);
    return String.join(
        "\n",
        new Checks(Map.of())
            .problems(
                new Command.Up(
                    Ports.free(),
                    root,
                    URI.create("http://localhost"),
                    existing,
                    Optional.empty())));
  }

  private static void set(String setting) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", redis.port())) {
      socket
          .getOutputStream()
          .write(
              ("AUTH s3+cret\r\nCONFIG SET " + setting + "\r\nQUIT\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .doesNotContain("-");
    }
  }
}
