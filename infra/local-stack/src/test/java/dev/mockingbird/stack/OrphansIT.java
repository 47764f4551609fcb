package dev.mockingbird.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrphansIT {

  @ParameterizedTest
  @EnumSource(Store.class)
  void aKilledJvmLeavesNoServerBehind(Store store, @TempDir Path folder) throws Exception {
    // Elasticsearch's user has to get through.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                store.name(),
                folder.resolve("data").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = parent.inputReader()) {
      List<ProcessHandle> family =
          Stream.of(out.readLine().split(" "))
              .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
              .toList();
      assertThat(family).isNotEmpty().allMatch(ProcessHandle::isAlive);
      parent.destroyForcibly();
      await().until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  static final class Parent {
    public static void main(String[] arguments) throws Exception {
      Path data = Path.of(arguments[1]);
      Server server =
          switch (Store.valueOf(arguments[0])) {
            case REDIS -> RedisServer.in(data);
            case KAFKA -> KafkaBroker.in(data);
            case ELASTICSEARCH -> ElasticsearchNode.in(data);
          };
      server.start();
      System.out.println(
          String.join(
              " ",
              ProcessHandle.current()
                  .descendants()
                  .map(process -> Long.toString(process.pid()))
                  .toList()));
      Thread.currentThread().join();
    }
  }
}
