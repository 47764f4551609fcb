package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path root;

  @Test
  void drawsAKeyThatOnlyItsOwnerReadsAndKeepsIt() throws IOException {
    DataFolder folder = new DataFolder(root);
    folder.install(new SecureRandom());
    String key = Files.readString(folder.installationKey());
    folder.install(new SecureRandom());

    assertThat(Base64.getDecoder().decode(key.strip())).hasSize(32);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.installationKey())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(folder.installationKey())).isEqualTo(key);
    assertThat(folder.problem()).isEmpty();
  }

  @Test
  void refusesADataFolderOfAnotherFormat() throws IOException {
    Files.writeString(root.resolve("format"), "2\n");
    assertThat(new DataFolder(root).problem().orElseThrow())
        .contains("has format 2", "reads format 1");
  }

  @Test
  void refusesAFolderThatHoldsOtherThings() throws IOException {
    Files.writeString(root.resolve("thesis.tex"), "");
    assertThat(new DataFolder(root).problem().orElseThrow()).contains("holds other things");
  }

  @Test
  void goesOnWhereAFirstStartWasCutOff() throws IOException {
    DataFolder folder = new DataFolder(root);
    folder.install(new SecureRandom());
    String key = Files.readString(folder.installationKey());
    Files.delete(root.resolve("format"));
    Files.delete(root.resolve("kafka"));
    Files.writeString(root.resolve("shards.partial"), "");

    assertThat(folder.problem()).isEmpty();
    folder.install(new SecureRandom());
    assertThat(Files.readString(folder.installationKey())).isEqualTo(key);
  }

  @Test
  void doesNotTakeALostFormatForAStartThatWasCutOff() throws IOException {
    DataFolder folder = new DataFolder(root);
    folder.install(new SecureRandom());
    Files.delete(root.resolve("format"));
    Files.writeString(root.resolve("redis/appendonly.aof"), "");

    assertThat(folder.problem().orElseThrow()).contains("holds other things");
  }

  @Test
  void cannotBeMadeBelowAFile() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    assertThat(new DataFolder(file.resolve("a/data")).problem())
        .contains(
            "The data folder %s/a/data cannot be made in %s; choose another with --data DIR."
                .formatted(file, file));
  }

  @Test
  void rootsDataIsWhereElasticsearchsUserCanPass() {
    if (System.getProperty("user.name").equals("root")) {
      assertThat(DataFolder.byDefault(java.util.Map.of()))
          .isEqualTo(Path.of("/var/lib/mockingbird"));
    } else {
      assertThat(DataFolder.byDefault(java.util.Map.of("XDG_DATA_HOME", "/x")))
          .isEqualTo(Path.of("/x/mockingbird"));
    }
  }
}
