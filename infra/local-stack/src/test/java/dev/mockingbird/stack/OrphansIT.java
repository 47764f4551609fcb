package dev.mockingbird.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansIT {

  @Test
  void aKilledJvmLeavesNoServerBehind(@TempDir Path folder) throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle redis;
    try (BufferedReader out = parent.inputReader()) {
      redis = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      assertThat(redis.isAlive()).isTrue();
      parent.destroyForcibly();
      await().until(() -> !redis.isAlive());
    }
  }

  static final class Parent {
    public static void main(String[] arguments) throws Exception {
      RedisServer redis = RedisServer.in(Path.of(arguments[0]));
      ChildProcess process = redis.spawn();
      redis.awaitReady(java.time.Duration.ofSeconds(20));
      System.out.println(process.pid());
      Thread.currentThread().join();
    }
  }
}
