package dev.mockingbird.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Plays one whole interview with two people. Exits with 1 and the step's name when it fails, with
/// 2 when its arguments are not understood.
public final class Demo {

  private Demo() {}

  static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, progress));
  }

  /// @return the exit code
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    Options options;
    try {
      options = Options.parse(arguments, System.getenv());
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(Options.USAGE);
      return 2;
    }
    Progress progress = new Progress(err);
    try {
      JsonNode report = new Interview(options, progress).play();
      String address = options.url() + "/reports/" + report.path("interview").asString();
      if (options.json()) {
        ObjectNode result = report.deepCopy().asObject();
        result.put("address", address).put("seconds", progress.total());
        out.println(result);
      } else {
        new Transcript(out).print(report, address);
      }
      return 0;
    } catch (StepFailedException e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}
