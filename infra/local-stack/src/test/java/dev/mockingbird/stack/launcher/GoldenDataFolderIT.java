package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A data folder written on 2026-11-23 with format 1: whoever has one like it must be able to open
/// it with this build. [GoldenStores] wrote it; a new format gets a new file beside it, and the old
/// one stays.
class GoldenDataFolderIT {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/data-format-1.tar.gz");

  @TempDir Path temporary;

  @Test
  void opensADataFolderOfFormatOne() throws Exception {
    // Elasticsearch's user has to get through.
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    DataFolder folder = new DataFolder(temporary.resolve("data"));
    assertThat(Backup.restore(folder, GOLDEN, new SecureRandom())).isEmpty();
    assertThat(folder.problem()).isEmpty();
    folder.install(new SecureRandom());

    assertThat(Files.readString(folder.installationKey()).strip()).isEqualTo(GoldenStores.KEY);
    try (GoldenStores stores = GoldenStores.start(folder)) {
      assertThat(stores.readRedis()).isEqualTo("$6\r\n记录");
      assertThat(stores.readKafka()).isEqualTo("事实");
      assertThat(stores.readElasticsearch()).contains("视图");
    }
  }
}
