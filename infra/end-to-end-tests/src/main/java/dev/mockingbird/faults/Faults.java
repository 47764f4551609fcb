package dev.mockingbird.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Runs one program. Exits with 0 when nothing was violated, with 1 when something was, with 2 when
/// its arguments are not understood, with 3 when it cannot be run here.
public final class Faults {

  private static final int VIOLATED = 1;
  private static final int MISUNDERSTOOD = 2;
  private static final int NOT_HERE = 3;

  private Faults() {}

  static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path home = Path.of(System.getProperty("mockingbird.home", "")).toAbsolutePath();
    Options options;
    try {
      options = Options.parse(arguments, home, new Random().nextInt(1_000_000));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(Options.usage());
      System.exit(MISUNDERSTOOD);
      return;
    }
    System.exit(run(options, out));
  }

  private static int run(Options options, PrintStream out)
      throws IOException, InterruptedException {
    if (options.program() != Program.DISK_FULL) {
      return run(options, out, null);
    }
    if (!SmallDisk.isPossible()) {
      out.println("disk-full mounts a small tmpfs under Redis, which only root may do: not run.");
      return NOT_HERE;
    }
    try (SmallDisk disk = SmallDisk.mount()) {
      return run(options, out, disk.folder());
    }
  }

  private static int run(Options options, PrintStream out, @Nullable Path redisData)
      throws IOException, InterruptedException {
    Program program = options.program();
    int rooms = options.rooms().orElse(program.rooms());
    out.printf("%s seed=%d%n", program.wireName(), options.seed());
    try (Stack stack = Stack.start(options.home(), options.keep(), program.needs(), redisData);
        Run run = new Run(stack, program.plan(rooms), options.seed(), out)) {
      new Torment(run)
          .with(
              program,
              options.rounds().orElse(program.rounds()),
              options.seconds().orElse(program.seconds()),
              redisData);
      Verdict verdict = run.finish();
      out.println(run.summary(program.wireName(), options.seed(), verdict));
      if (options.keep()) {
        out.println("Logs and data are in " + stack.folder());
      }
      return verdict.violations().isEmpty() ? 0 : VIOLATED;
    }
  }
}
