package dev.mockingbird.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprivilegedIT {

  @TempDir Path folder;

  /// Where the tests run as root, as somebody else who can read these classes and no more.
  @Test
  void changesNoUserForSomebodyWhoIsNotRoot() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    copy(Path.of("target/classes"), Unprivileged.class);
    copy(Path.of("target/test-classes"), Asker.class);
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(
          List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-cp", folder.toString(), Asker.class.getName(), closed + "/data"));

    Process asker = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader said = asker.inputReader()) {
      assertThat(said.lines()).containsExactly("[]", "null", "owned");
    }
  }

  private void copy(Path classes, Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    Files.createDirectories(folder.resolve(file).getParent());
    Files.copy(classes.resolve(file), folder.resolve(file));
  }

  static final class Asker {
    public static void main(String[] arguments) throws IOException {
      System.out.println(Unprivileged.options());
      System.out.println(Unprivileged.obstacle(Path.of(arguments[0])));
      Unprivileged.own(Path.of("/etc/hostname"));
      System.out.println("owned");
    }
  }
}
