package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
/// restoring          there while a backup is being unpacked: what is beside it is not whole
/// lock               held while a command works here; contains its process id and name
/// ```
///
/// It lies outside the source folder (`$XDG_DATA_HOME/mockingbird`, for root
/// `/var/lib/mockingbird`), so that cleaning or deleting a clone never takes interviews with it.
record DataFolder(Path root) {

  static final String FORMAT = "1";
  private static final String SHARDS = "8";
  private static final Set<String> BEGUN_FILES =
      Set.of("lock", "installation.key", "redis.password", "shards", "format");
  private static final Set<String> BEGUN_FOLDERS = Set.of("redis", "kafka", "logs");

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
    Path existing = root;
    while (!Files.exists(existing)) {
      existing = Objects.requireNonNull(existing.getParent());
    }
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      return Optional.of(
          existing.equals(root)
              ? "The data folder %s cannot be written to; choose another with --data DIR."
                  .formatted(root)
              : "The data folder %s cannot be made in %s; choose another with --data DIR."
                  .formatted(root, existing));
    }
    if (!Files.exists(root)) {
      return Optional.empty();
    }
    if (Files.exists(restoring())) {
      return Optional.of(
          "The restore into %s was cut off: delete the folder and restore the backup again."
              .formatted(root));
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
    if (!Files.exists(root)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.allMatch(lock()::equals);
    }
  }

  /// What a first start had made before it was cut off is not something else: the next one goes on
  /// from there. A store with anything in it is, for nothing is written to one before the format.
  private boolean holdsSomethingElse() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        if (!isBegun(entry)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isBegun(Path entry) throws IOException {
    String name = entry.getFileName().toString().replaceFirst("\\.partial$", "");
    if (!Files.isDirectory(entry)) {
      return BEGUN_FILES.contains(name);
    }
    try (Stream<Path> content = Files.list(entry)) {
      return BEGUN_FOLDERS.contains(name) && content.findAny().isEmpty();
    }
  }

  /// Makes what is missing. The format comes last: it says that the rest is there.
  void install(SecureRandom random) throws IOException {
    createRoot();
    drawSecret(installationKey(), Base64.getEncoder(), random);
    drawSecret(root.resolve("redis.password"), Base64.getUrlEncoder().withoutPadding(), random);
    Path shards = root.resolve("shards");
    if (!Files.exists(shards)) {
      write(shards, SHARDS + "\n", "rw-r--r--");
    }
    for (String folder : new String[] {"redis", "kafka", "logs"}) {
      createPrivate(root.resolve(folder));
    }
    if (!isInstalled()) {
      write(root.resolve("format"), FORMAT + "\n", "rw-r--r--");
    }
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
    write(root.resolve("incarnation"), HexFormat.of().formatHex(bytes) + "\n", "rw-r--r--");
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

  Path restoring() {
    return root.resolve("restoring");
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
    write(file, text, "rw-------");
  }

  /// All of it or nothing, and on disk when this returns: a key that a power cut takes away takes
  /// every interview with it.
  private static void write(Path file, String text, String permissions) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    Files.createFile(
        partial,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }

  private static void createPrivate(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }
}
