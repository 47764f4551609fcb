package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.benchmarks.stage.JvmServer.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The jars to measure.
///
/// @param jvm options of the service's JVM, after the usual ones
public record Programs(Path service, Path gateway, List<String> jvm) {

  private static final List<String> USUAL = List.of("-XX:+UseSerialGC", "-Xmx1g");

  /// Gives memory back that is not needed, so that what is resident follows what is used.
  private static final List<String> FRUGAL =
      List.of("-Xms16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20");

  Program serviceProgram() {
    List<String> options = new ArrayList<>(USUAL);
    options.addAll(jvm);
    return new Program(service, options);
  }

  Program frugalServiceProgram() {
    List<String> options = new ArrayList<>(serviceProgram().options());
    options.addAll(FRUGAL);
    return new Program(service, options);
  }

  Program gatewayProgram() {
    return new Program(gateway, USUAL);
  }
}
