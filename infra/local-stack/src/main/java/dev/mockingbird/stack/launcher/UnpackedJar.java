package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A service's jar, unpacked beside it into `target/run/FINGERPRINT`: starts faster than nested
/// jars, can carry an AOT cache, and stays as it is while the build makes the next one.
record UnpackedJar(Path folder) {

  private static final int KEPT = 2;

  static UnpackedJar of(Path module) throws IOException {
    Path jar = builtJar(module);
    BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
    String fingerprint =
        "%x-%x".formatted(attributes.lastModifiedTime().toMillis(), attributes.size());
    Path runs = Files.createDirectories(module.resolve("target/run"));
    Path folder = runs.resolve(fingerprint);
    if (!Files.exists(folder)) {
      Path partial = runs.resolve("partial-" + ProcessHandle.current().pid());
      unpack(jar, partial);
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
      dropOld(runs);
    }
    return new UnpackedJar(folder);
  }

  Path jar() {
    return folder.resolve("app.jar");
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
    Files.move(into.resolve(jar.getFileName()), into.resolve("app.jar"));
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
    for (Path old : newestFirst.stream().skip(KEPT).toList()) {
      try (Stream<Path> paths = Files.walk(old)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
