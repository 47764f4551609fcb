package dev.mockingbird.benchmarks.stage;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What a service's JVM holds after it was told to collect its garbage.
public record JvmMemory(long residentKilobytes, long heapKilobytes) {

  private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";

  public static JvmMemory of(Running service) throws IOException {
    collect(service.process());
    collect(service.process());
    return new JvmMemory(service.process().residentKilobytes(), heap(service.port()));
  }

  private static void collect(ProcessFigures process) throws IOException {
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                Long.toString(process.pid()),
                "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .onExit()
            .join()
            .exitValue();
    if (exit != 0) {
      throw new IOException("jcmd cannot reach process " + process.pid());
    }
  }

  private static long heap(int port) throws IOException {
    URI metrics = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
    try (var answer = metrics.toURL().openStream()) {
      return (long)
              new String(answer.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> line.startsWith(HEAP))
                  .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('}') + 1)))
                  .sum()
          / 1_024;
    }
  }
}
