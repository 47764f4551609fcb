package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedJarIT {

  @TempDir Path module;
  private Path runs;

  @BeforeEach
  void threeOlderProgramsAndANewOne() throws IOException {
    runs = module.resolve("target/run");
    Path jar = Files.createDirectories(module.resolve("target")).resolve("service.jar");
    Files.writeString(jar, "new");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0x4));
    for (int age = 1; age <= 4; age++) {
      unpacked(age);
    }
  }

  private void unpacked(int age) throws IOException {
    Path folder = Files.createDirectories(runs.resolve(age + "-3"));
    Files.writeString(folder.resolve("app.jar"), "");
    Files.setLastModifiedTime(folder, FileTime.fromMillis(age * 1_000));
  }

  @Test
  void clearsAwayWhatNobodyRuns() throws IOException {
    Path cutOff = Files.createDirectory(runs.resolve("partial-" + Integer.MAX_VALUE));
    UnpackedJar.of(module);

    assertThat(cutOff).doesNotExist();
    assertThat(programs()).containsExactly("3-3", "4-3");
  }

  @Test
  void keepsWhatAnotherInstallationRuns() throws Exception {
    Path elsewhere = Files.createDirectory(module.resolve("elsewhere"));
    Path jar = Files.createDirectory(elsewhere.resolve("target")).resolve("service.jar");
    Files.writeString(jar, "old");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0x1));
    Files.createSymbolicLink(elsewhere.resolve("target/run"), runs);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                User.class.getName(),
                elsewhere.toString())
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("in use");
      for (int age = 1; age <= 4; age++) {
        unpacked(age);
      }
      UnpackedJar.of(module);
      assertThat(programs()).containsExactly("1-3", "3-3", "4-3");
    } finally {
      other.destroyForcibly();
    }
    other.waitFor();
    UnpackedJar.of(module);
    assertThat(programs()).containsExactly("3-3", "4-3");
  }

  private List<String> programs() throws IOException {
    try (Stream<Path> folders = Files.list(runs)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  static final class User {
    public static void main(String[] arguments) throws Exception {
      UnpackedJar.of(Path.of(arguments[0]));
      System.out.println("in use");
      Thread.currentThread().join();
    }
  }
}
