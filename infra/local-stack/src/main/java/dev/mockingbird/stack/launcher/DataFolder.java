package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything an installation must not lose, in one folder.
///
/// ```text
/// format             "1": the layout of this folder
/// installation.key   32 random bytes in Base64, readable by its owner only; without it nothing in Kafka can be read
/// redis.password     random; the journals in Redis are readable, and other accounts of this machine reach its port
/// shards             how many journals and partitions there are; fixed at installation
/// incarnation        random, drawn when a backup was restored: positions of the time before are not continued
/// ports              the loopback ports of stores and services, kept from start to start
/// started-with       what the last `up` was told, see [StartedWith]
/// redis  kafka  elasticsearch   the stores
/// logs               NAME.log of the current run, NAME.1.log of the one before
/// lock               held while Mockingbird runs; contains its process id
/// ```
///
/// It lies outside the source folder (`$XDG_DATA_HOME/mockingbird`, for root
/// `/var/lib/mockingbird`), so that cleaning or deleting a clone never takes interviews with it.
record DataFolder(Path root) {

  static final String FORMAT = "1";
  private static final String SHARDS = "8";

  static Path byDefault(Map<String, String> environment) {
    String home = System.getProperty("user.home");
    if ("root".equals(System.getProperty("user.name"))) {
      return Path.of("/var/lib/mockingbird");
    }
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    return (xdg.isBlank() ? Path.of(home, ".local/share") : Path.of(xdg))
        .resolve("mockingbird")
        .toAbsolutePath();
  }

  /// Why this folder cannot be used as an installation, if it cannot.
  Optional<String> problem() throws IOException {
    if (!Files.exists(root)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(root) || !Files.isWritable(root)) {
      return Optional.of(
          "The data folder " + root + " cannot be written to; choose another with --data DIR.");
    }
    Path format = root.resolve("format");
    if (Files.exists(format)) {
      String found = Files.readString(format).strip();
      return found.equals(FORMAT)
          ? Optional.empty()
          : Optional.of(
              "The data folder %s has format %s, and this Mockingbird reads format %s: use the version that wrote it."
                  .formatted(root, found, FORMAT));
    }
    return holdsSomethingElse()
        ? Optional.of(
            "The folder " + root + " holds other things; choose an empty one with --data DIR.")
        : Optional.empty();
  }

  boolean isInstalled() {
    return Files.exists(root.resolve("format"));
  }

  boolean isEmpty() throws IOException {
    return !Files.exists(root) || !holdsSomethingElse();
  }

  private boolean holdsSomethingElse() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.anyMatch(entry -> !entry.equals(lock()));
    }
  }

  /// Makes what is missing. The format comes last: it says that the rest is there.
  void install(SecureRandom random) throws IOException {
    createRoot();
    drawSecret(installationKey(), Base64.getEncoder(), random);
    drawSecret(root.resolve("redis.password"), Base64.getUrlEncoder().withoutPadding(), random);
    Path shards = root.resolve("shards");
    if (!Files.exists(shards)) {
      Files.writeString(shards, SHARDS + "\n");
    }
    for (String folder : new String[] {"redis", "kafka", "logs"}) {
      createPrivate(root.resolve(folder));
    }
    Files.writeString(root.resolve("format"), FORMAT + "\n");
  }

  private static void drawSecret(Path file, Base64.Encoder encoder, SecureRandom random)
      throws IOException {
    if (!Files.exists(file)) {
      byte[] secret = new byte[32];
      random.nextBytes(secret);
      writeSecret(file, encoder.encodeToString(secret) + "\n");
    }
  }

  /// Others may pass through, not look: Elasticsearch's unprivileged user has its own folder
  /// inside.
  void createRoot() throws IOException {
    if (!Files.exists(root)) {
      Files.createDirectories(root);
    }
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
  }

  void drawIncarnation(SecureRandom random) throws IOException {
    byte[] bytes = new byte[4];
    random.nextBytes(bytes);
    Files.writeString(root.resolve("incarnation"), HexFormat.of().formatHex(bytes) + "\n");
  }

  String incarnation() throws IOException {
    Path file = root.resolve("incarnation");
    return Files.exists(file) ? Files.readString(file).strip() : "";
  }

  String redisPassword() throws IOException {
    return Files.readString(root.resolve("redis.password")).strip();
  }

  String shards() throws IOException {
    return Files.readString(root.resolve("shards")).strip();
  }

  Path installationKey() {
    return root.resolve("installation.key");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path ports() {
    return root.resolve("ports");
  }

  Path startedWith() {
    return root.resolve("started-with");
  }

  Path store(String name) {
    return root.resolve(name);
  }

  Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  static void writeSecret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  private static void createPrivate(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }
}
