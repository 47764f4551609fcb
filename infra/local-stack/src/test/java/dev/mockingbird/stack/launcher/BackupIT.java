package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.RedisServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {

  @TempDir Path temporary;
  private DataFolder original;
  private Path file;

  @BeforeEach
  void install() throws IOException {
    original = new DataFolder(temporary.resolve("original"));
    original.install(new SecureRandom());
    file = temporary.resolve("backup.tar.gz");
  }

  @Test
  void bringsKeyAndStoresBackUnderANewIncarnation() throws IOException {
    ask(original, "SET answer 42");

    assertThat(Backup.save(original, file)).isEmpty();
    DataFolder restored = new DataFolder(temporary.resolve("restored"));
    assertThat(Backup.restore(restored, file, new SecureRandom())).isEmpty();

    assertThat(restored.problem()).isEmpty();
    assertThat(restored.installationKey()).hasSameBinaryContentAs(original.installationKey());
    assertThat(ask(restored, "GET answer")).contains("42");
    assertThat(original.incarnation()).isEmpty();
    assertThat(restored.incarnation()).matches("[0-9a-f]{8}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void overwritesNothing() throws IOException {
    assertThat(Backup.save(original, file)).isEmpty();
    assertThat(Backup.save(original, file).orElseThrow()).contains("exists already");
    assertThat(Backup.restore(original, file, new SecureRandom()).orElseThrow())
        .contains("is not empty");
  }

  @Test
  void savesNothingWhileMockingbirdRuns() throws IOException {
    try (InstallationLock _ = InstallationLock.tryTake(original, "up").orElseThrow()) {
      assertThat(Backup.save(original, file).orElseThrow())
          .contains("is running already", "of one moment");
    }
    assertThat(file).doesNotExist();
    try (InstallationLock _ = InstallationLock.tryTake(original, "restore").orElseThrow()) {
      assertThat(Backup.save(original, file).orElseThrow())
          .contains("./mockingbird restore works on " + original.root());
    }
  }

  @Test
  void savesNothingWhereTheDataLiesElsewhere() throws IOException {
    var stores =
        new ExistingStores(
            Optional.of("redis://:s3cret@team:6379/0"),
            Optional.of("one:9092,two:9092"),
            Optional.empty(),
            false);
    new StartedWith(null, stores, Optional.empty()).write(original);

    assertThat(Backup.save(original, file))
        .contains(
            "Redis at team:6379 and Kafka at one:9092 can only be saved there, in one go with %s, without which it cannot be read."
                .formatted(original.installationKey()));
    assertThat(file).doesNotExist();
  }

  @Test
  void restoresNothingOverARestoreThatWasCutOff() throws IOException {
    assertThat(Backup.save(original, file)).isEmpty();
    DataFolder half = new DataFolder(temporary.resolve("half"));
    half.createRoot();
    Files.writeString(half.restoring(), "");
    Files.createDirectory(half.store("redis"));

    String sentence =
        "The restore into %s was cut off: delete the folder and restore the backup again."
            .formatted(half.root());
    assertThat(Backup.restore(half, file, new SecureRandom())).contains(sentence);
    assertThat(half.problem()).contains(sentence);
  }

  @Test
  void leavesNoTraceOfHavingBeenRestored() throws IOException {
    assertThat(Backup.save(original, file)).isEmpty();
    DataFolder restored = new DataFolder(temporary.resolve("restored"));
    assertThat(Backup.restore(restored, file, new SecureRandom())).isEmpty();
    assertThat(restored.restoring()).doesNotExist();
  }

  @Test
  void savesNothingIntoItself() throws IOException {
    assertThat(Backup.save(original, original.root().resolve("b.tar.gz")).orElseThrow())
        .contains("would contain itself");
  }

  @Test
  void restoresNothingButBackups() throws Exception {
    Files.writeString(temporary.resolve("thesis.tex"), "");
    new ProcessBuilder("tar", "-czf", file.toString(), "-C", temporary.toString(), "thesis.tex")
        .start()
        .waitFor();

    DataFolder restored = new DataFolder(temporary.resolve("restored"));
    assertThat(Backup.restore(restored, file, new SecureRandom()).orElseThrow())
        .contains("is not a backup");
    assertThat(restored.root()).doesNotExist();
  }

  private static String ask(DataFolder folder, String command) throws IOException {
    var options = RedisServer.Options.DEFAULT;
    try (var redis =
        new RedisServer(Ports.free(), folder.store("redis"), folder.log("redis"), options)) {
      redis.start();
      try (Socket socket = new Socket("127.0.0.1", redis.port())) {
        socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
