package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedWithTest {

  private static final ExistingStores TEAMS =
      new ExistingStores(
          Optional.of("redis://:s=3:cret@team:6379"),
          Optional.of("team:9092"),
          Optional.empty(),
          true);

  @TempDir Path root;
  private DataFolder folder;

  @BeforeEach
  void prepare() {
    folder = new DataFolder(root);
  }

  @Test
  void remembersAddressesForItsOwnerAlone() throws IOException {
    StartedWith started =
        new StartedWith(
            URI.create("https://mock.example.org"), TEAMS, Optional.of("/team.calibration"));
    started.write(folder);

    assertThat(StartedWith.read(folder)).isEqualTo(started);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.startedWith())))
        .isEqualTo("rw-------");
  }

  @Test
  void knowsNothingBeforeTheFirstStart() throws IOException {
    assertThat(StartedWith.read(folder))
        .isEqualTo(new StartedWith(null, ExistingStores.NONE, Optional.empty()));
  }

  @Test
  void keepsTheStoresOfLastTimeUntilOthersAreNamed() {
    assertThat(ExistingStores.NONE.orAsBefore(TEAMS)).isEqualTo(TEAMS);
    assertThat(redis("redis://new:1").orAsBefore(TEAMS).redis()).contains("redis://new:1");
    assertThat(redis("redis://new:1").orAsBefore(TEAMS).trustRedis()).isFalse();
    assertThat(redis("own").orAsBefore(TEAMS).redis()).isEmpty();
    assertThat(redis("own").orAsBefore(TEAMS).kafka()).contains("team:9092");
  }

  @Test
  void keepsTheCalibrationOfLastTimeUntilAnotherIsNamed() {
    Optional<String> before = Optional.of("/team.calibration");

    assertThat(Calibration.orAsBefore(Optional.empty(), before)).isEqualTo(before);
    assertThat(Calibration.orAsBefore(Optional.of("/new"), before)).contains("/new");
    assertThat(Calibration.orAsBefore(Optional.of("shipped"), before)).isEmpty();
  }

  private static ExistingStores redis(String address) {
    return new ExistingStores(Optional.of(address), Optional.empty(), Optional.empty(), false);
  }
}
