package dev.mockingbird.stack.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the user asked for.
sealed interface Command {

  Path data();

  /// @param calibration the file of a team's own, by which scores are told
  record Up(
      int port, Path data, URI publicUrl, ExistingStores existing, Optional<String> calibration)
      implements Command {

    /// What was said this time, and for the rest what was used last time.
    Up orAsBefore(StartedWith before) {
      return new Up(
          port,
          data,
          publicUrl,
          existing.orAsBefore(before.existing()),
          Calibration.orAsBefore(calibration, before.calibration()));
    }
  }

  /// Says what keeps `up` from starting, and nothing else; the script asks before it builds.
  record Check(Up up) implements Command {

    @Override
    public Path data() {
      return up.data();
    }
  }

  record Down(Path data) implements Command {}

  /// Says what `up` would find.
  record Doctor(Up up) implements Command {

    @Override
    public Path data() {
      return up.data();
    }
  }

  record Backup(Path file, Path data) implements Command {}

  record Restore(Path file, Path data) implements Command {}

  /// Runs a program of another module against this installation, with its addresses in the
  /// environment.
  ///
  /// @param alone it needs no installation
  record Run(String module, String mainClass, List<String> arguments, Path data, boolean alone)
      implements Command {

    /// It needs no installation, or names another.
    boolean standsAlone() {
      return alone || arguments.contains("--url") || arguments.contains("--dry-run");
    }
  }

  record Misunderstood(String sentence, Path data) implements Command {}
}
