package dev.mockingbird.stack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The stores' programs, put by the build into `target/stores` beside this module's classes or jar.
final class Binaries {

  private Binaries() {}

  static Path redis() throws IOException {
    return only("redis-server-*");
  }

  static Path elasticsearch() throws IOException {
    return only("elasticsearch-*");
  }

  static String kafkaClasspath() throws IOException {
    return Files.readString(only("kafka.classpath")).strip();
  }

  /// The JDK that runs this JVM runs Kafka and Elasticsearch as well.
  static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }

  private static Path only(String glob) throws IOException {
    Path folder = folder();
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
        entries.forEach(found::add);
      }
    }
    if (found.size() != 1) {
      throw new IOException(
          "expected one %s in %s but found %d: run ./mvnw clean generate-resources -pl infra/local-stack"
              .formatted(glob, folder, found.size()));
    }
    return found.getFirst();
  }

  private static Path folder() {
    try {
      Path classesOrJar =
          Path.of(Binaries.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classesOrJar.resolveSibling("stores");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
