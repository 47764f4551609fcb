package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A service's jar, unpacked beside it into `target/run/FINGERPRINT`: starts faster than nested
/// jars, can carry an AOT cache, and stays as it is while the build makes the next one.
///
/// Whoever runs it holds a shared lock on its file `in-use` until the end of this JVM, so that
/// nobody else clears it away.
public record UnpackedJar(Path folder) {

  private static final int KEPT = 2;
  private static final String PROGRAM = "app.jar";
  private static final String MARK = "in-use";
  private static final String PARTIAL = "partial-";
  private static final Map<Path, FileChannel> IN_USE = new ConcurrentHashMap<>();

  public static UnpackedJar of(Path module) throws IOException {
    Path jar = builtJar(module);
    BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
    String fingerprint =
        "%x-%x".formatted(attributes.lastModifiedTime().toMillis(), attributes.size());
    Path runs = Files.createDirectories(module.resolve("target/run"));
    Path folder = runs.resolve(fingerprint);
    while (!use(folder)) {
      unpackBeside(jar, runs, folder);
    }
    dropOld(runs);
    return new UnpackedJar(folder);
  }

  /// False where it is not there, also when somebody has just cleared it away.
  private static boolean use(Path folder) throws IOException {
    if (IN_USE.containsKey(folder)) {
      return true;
    }
    if (!Files.exists(folder.resolve(PROGRAM))) {
      return false;
    }
    FileChannel channel =
        FileChannel.open(
            folder.resolve(MARK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    channel.lock(0, Long.MAX_VALUE, true);
    if (!Files.exists(folder.resolve(PROGRAM))) {
      channel.close();
      return false;
    }
    IN_USE.put(folder, channel);
    return true;
  }

  private static void unpackBeside(Path jar, Path runs, Path folder) throws IOException {
    Path partial = runs.resolve(PARTIAL + ProcessHandle.current().pid());
    unpack(jar, partial);
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another installation was faster.
      delete(partial);
      if (!Files.exists(folder)) {
        throw e;
      }
    }
  }

  Path jar() {
    return folder.resolve(PROGRAM);
  }

  Path aotCache() {
    return folder.resolve("app.aot");
  }

  String classpath() {
    return jar() + ":" + folder.resolve("lib") + "/*";
  }

  private static Path builtJar(Path module) throws IOException {
    Path target = module.resolve("target");
    List<Path> jars = List.of();
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        jars =
            files
                .filter(
                    file ->
                        file.getFileName().toString().matches(".+(?<!-sources)(?<!-javadoc)\\.jar"))
                .toList();
      }
    }
    if (jars.size() != 1) {
      throw new IOException(
          "There should be one jar in %s, but there are %d: build it with ./mvnw -DskipTests package."
              .formatted(target, jars.size()));
    }
    return jars.getFirst();
  }

  private static void unpack(Path jar, Path into) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                into.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("cannot unpack " + jar + ":\n" + output);
    }
    Files.move(into.resolve(jar.getFileName()), into.resolve(PROGRAM));
  }

  private static void dropOld(Path runs) throws IOException {
    List<Path> newestFirst;
    try (Stream<Path> folders = Files.list(runs)) {
      newestFirst =
          folders
              .sorted(
                  Comparator.comparingLong((Path path) -> path.toFile().lastModified()).reversed())
              .toList();
    }
    List<Path> partial = newestFirst.stream().filter(UnpackedJar::isPartial).toList();
    for (Path abandoned : partial) {
      String maker = abandoned.getFileName().toString().substring(PARTIAL.length());
      if (ProcessHandle.of(Long.parseLong(maker)).isEmpty()) {
        delete(abandoned);
      }
    }
    for (Path old : newestFirst.stream().filter(it -> !isPartial(it)).skip(KEPT).toList()) {
      if (!IN_USE.containsKey(old)) {
        dropUnlessInUse(old);
      }
    }
  }

  private static boolean isPartial(Path folder) {
    return folder.getFileName().toString().matches(PARTIAL + "\\d+");
  }

  private static void dropUnlessInUse(Path old) throws IOException {
    try (FileChannel channel =
        FileChannel.open(old.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        Files.deleteIfExists(old.resolve(PROGRAM));
        delete(old);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
