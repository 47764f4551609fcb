package dev.mockingbird.benchmarks;

import dev.mockingbird.benchmarks.figure.Figure;
import dev.mockingbird.benchmarks.figure.Figures;
import dev.mockingbird.benchmarks.figure.Plan;
import dev.mockingbird.benchmarks.figure.Turns;
import dev.mockingbird.benchmarks.stage.Programs;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Measures what was asked for and prints it. Exits with 1 when something could not be measured,
/// with 2 when the arguments are not understood.
public final class Benchmarks {

  private Benchmarks() {}

  static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  private static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help")) {
      out.println(Options.USAGE);
      return 0;
    }
    Options options;
    try {
      Path home = Path.of(System.getProperty("mockingbird.home", ".")).toAbsolutePath();
      options = Options.parse(arguments, home, System.getProperty("mockingbird.server-core"));
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(Options.USAGE);
      return 2;
    }
    if (!Files.exists(options.service())) {
      err.println(options.service() + " is not there: build it, or name another with --service.");
      return 2;
    }
    try {
      return measure(options, out, err);
    } catch (IOException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static int measure(Options options, PrintStream out, PrintStream err) throws IOException {
    Report report = new Report(options.results());
    Turns turns =
        new Turns(new Plan(options.rate(), options.measured(), options.passes()), report::add);
    boolean whole = true;
    long began = System.nanoTime();
    Programs programs =
        new Programs(options.service(), options.gateway(), options.scoring(), options.jvm());
    Consumer<String> progress =
        what -> err.printf("%4d s: %s%n", (System.nanoTime() - began) / 1_000_000_000L, what);
    try (Stage stage = new Stage(programs, options.serverCore(), options.peer(), progress)) {
      for (Figure figure : Figures.of(options.figures())) {
        try {
          figure.measure(stage, turns).forEach(report::add);
          progress.accept("figure " + figure.number() + " is done");
        } catch (IOException | IllegalStateException e) {
          progress.accept("figure " + figure.number() + " was not measured: " + e.getMessage());
          whole = false;
        }
      }
    }
    report.print(out);
    return whole ? 0 : 1;
  }
}
