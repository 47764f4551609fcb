package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.RedisServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnStoresIT {

  @Test
  void redisKnowsItsLimitAndAnswersNobodyWithoutThePassword(@TempDir Path root) throws IOException {
    DataFolder folder = new DataFolder(root);
    folder.install(new SecureRandom());
    OwnStores stores = OwnStores.toStart(folder, PortPlan.load(folder.ports()));
    try (RedisServer redis = stores.redis()) {
      redis.start();

      assertThat(ask(redis, "KEYS *")).startsWith("-NOAUTH");
      assertThat(ask(redis, "AUTH " + folder.redisPassword() + "\r\nCONFIG GET maxmemory"))
          .startsWith("+OK")
          .doesNotContain("\r\n0\r\n");
      assertThat(redis.uri()).contains(folder.redisPassword());
    }
  }

  private static String ask(RedisServer redis, String commands) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", redis.port())) {
      socket.getOutputStream().write((commands + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
