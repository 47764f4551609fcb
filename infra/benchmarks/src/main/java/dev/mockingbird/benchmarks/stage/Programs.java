package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.benchmarks.stage.JvmServer.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The jars to measure.
///
/// @param jvm options of the service's JVM, after the usual ones
public record Programs(Path service, Path gateway, Path scoring, List<String> jvm) {

  private static final List<String> USUAL = List.of("-XX:+UseSerialGC", "-Xmx1g");

  /// Room for what lives as long as a keystroke, so that it is seldom collected.
  private static final List<String> BUSY = List.of("-Xms1g", "-Xmn640m");

  /// Gives memory back that is not needed, so that what is resident follows what is used.
  private static final List<String> FRUGAL =
      List.of("-Xms16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20");

  /// As `./mockingbird up` starts services: what is compiled once is done with.
  private static final List<String> SHIPPED = List.of("-XX:TieredStopAtLevel=1");

  Program serviceProgram() {
    return service(BUSY);
  }

  Program frugalServiceProgram() {
    return service(FRUGAL);
  }

  private Program service(List<String> more) {
    List<String> options = new ArrayList<>(USUAL);
    options.addAll(more);
    options.addAll(jvm);
    return new Program(service, options);
  }

  Program scoredServiceProgram() {
    return service(SHIPPED);
  }

  Program scoringProgram() {
    return new Program(scoring, Stream.concat(USUAL.stream(), SHIPPED.stream()).toList());
  }

  Program gatewayProgram() {
    return new Program(gateway, USUAL);
  }
}
