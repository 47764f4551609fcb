package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.stack.ChildProcess.Launch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The core that everything measured shares; none where cores cannot be assigned.
record ServerCore(Optional<String> number) {

  /// A JVM has to be there from its first moment: it asks only then how many cores it has.
  Launch pin(Launch launch) {
    List<String> command = new ArrayList<>();
    number.ifPresent(core -> command.addAll(List.of("taskset", "-c", core)));
    command.addAll(launch.command());
    return new Launch(
        command, launch.environment(), launch.workingFolder(), launch.log(), launch.privileges());
  }

  /// Brings a running process there with all its threads.
  void pin(ProcessFigures process) throws IOException {
    if (number.isPresent()) {
      new ProcessBuilder("taskset", "-acp", number.get(), Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
    }
  }
}
