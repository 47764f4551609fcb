package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A data folder as one file and back. The file holds the installation key: whoever has it can read
/// the interviews.
final class Backup {

  /// Logs and the lock belong to a run, ports and addresses to a machine; Elasticsearch's programs
  /// and settings are made again at each start.
  private static final List<String> LEFT_OUT =
      List.of(
          "--exclude=./lock",
          "--exclude=./logs/*",
          "--exclude=./ports",
          "--exclude=./started-with",
          "--exclude=./elasticsearch/distribution",
          "--exclude=./elasticsearch/config",
          "--exclude=./elasticsearch/logs/*",
          "--exclude=./elasticsearch/tmp/*");

  private Backup() {}

  /// Empty when done, else why not.
  static Optional<String> save(DataFolder folder, Path file) throws IOException {
    if (!folder.isInstalled()) {
      return Optional.of("There is no installation in " + folder.root() + ".");
    }
    List<String> elsewhere = StartedWith.read(folder).existing().holdingData();
    if (!elsewhere.isEmpty()) {
      return Optional.of(
          "%s can only be saved there, in one go with %s, without which it cannot be read."
              .formatted(String.join(" and ", elsewhere), folder.installationKey()));
    }
    if (Files.exists(file)) {
      return Optional.of(file + " exists already and is not overwritten.");
    }
    if (file.startsWith(folder.root())) {
      return Optional.of(
          "A backup inside of %s would contain itself: choose another place."
              .formatted(folder.root()));
    }
    Optional<InstallationLock> lock = InstallationLock.tryTake(folder, "backup");
    if (lock.isEmpty()) {
      return Optional.of(InstallationLock.refusal(folder) + " A backup has to be of one moment.");
    }
    try (InstallationLock _ = lock.get()) {
      Path partial = file.resolveSibling(file.getFileName() + ".partial");
      Files.deleteIfExists(partial);
      Files.createFile(
          partial,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      List<String> words =
          new ArrayList<>(List.of("-czf", partial.toString(), "-C", folder.root().toString()));
      words.addAll(LEFT_OUT);
      words.add(".");
      try {
        tar(words);
      } catch (IOException e) {
        Files.deleteIfExists(partial);
        throw e;
      }
      try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    }
  }

  /// Empty when done, else why not. Positions of the time after the backup must not be continued,
  /// hence a new incarnation.
  static Optional<String> restore(DataFolder folder, Path file, SecureRandom random)
      throws IOException {
    if (!Files.isReadable(file)) {
      return Optional.of("There is no backup " + file + ".");
    }
    Optional<String> problem = folder.problem();
    if (problem.isPresent()) {
      return problem;
    }
    if (!folder.isEmpty()) {
      return Optional.of(
          "The folder %s is not empty and is not overwritten: choose another with --data DIR."
              .formatted(folder.root()));
    }
    String content = tar(List.of("-tzf", file.toString()));
    if (content.lines().noneMatch("./format"::equals)
        || content.lines().noneMatch("./installation.key"::equals)) {
      return Optional.of(file + " is not a backup of Mockingbird.");
    }
    String format = tar(List.of("-xzOf", file.toString(), "./format")).strip();
    if (!format.equals(DataFolder.FORMAT)) {
      return Optional.of(
          "The backup has format %s, and this Mockingbird reads format %s."
              .formatted(format, DataFolder.FORMAT));
    }
    Optional<InstallationLock> lock = InstallationLock.tryTake(folder, "restore");
    if (lock.isEmpty()) {
      return Optional.of(InstallationLock.refusal(folder));
    }
    try (InstallationLock _ = lock.get()) {
      Files.writeString(folder.restoring(), file + "\n");
      // The format file comes last, so that a broken restore is never taken for an installation.
      tar(List.of("-xzpf", file.toString(), "-C", folder.root().toString(), "--exclude=./format"));
      folder.drawIncarnation(random);
      tar(List.of("-xzpf", file.toString(), "-C", folder.root().toString(), "./format"));
      Files.delete(folder.restoring());
      return Optional.empty();
    }
  }

  private static String tar(List<String> words) throws IOException {
    List<String> command = new ArrayList<>(words);
    command.addAll(0, Collections.singletonList("tar"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("tar gave up");
    }
    return output;
  }
}
