package dev.mockingbird.scoring.shell;

import dev.mockingbird.scoring.agreement.CalibrationRefused;
import dev.mockingbird.scoring.agreement.InstalledScorer;
import dev.mockingbird.scoring.trial.Lines;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `./mockingbird score`: answers in, scores out, one JSON object a line, in the same order.
/// Nothing but results is written to the standard output.
public final class ScoreCommand {

  static final String USAGE =
      """
      Usage: ./mockingbird score [FILE] [--calibration FILE]

        FILE                JSON Lines (default: the standard input), an answer each:
                            {"question":"…","references":["…"],"answer":"…","language":"zh"|"en"}
                            and "keyPoints":[{"text":"…","weight":1}] if you have them
        --calibration FILE  your own, made by ./mockingbird agreement --calibrate

      Needs nothing running. The exit code is 1 if a line could not be read; it is told in its place.""";

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUNDERSTOOD = 2;

  private final ScoreLine scoring;
  private final int threads;
  private final Progress progress;

  ScoreCommand(ScoreLine scoring, int threads, Progress progress) {
    this.scoring = scoring;
    this.threads = threads;
    this.progress = progress;
  }

  static void main(String[] arguments) throws InterruptedException {
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), new FileOutputStream(FileDescriptor.out), err));
  }

  private static int run(List<String> arguments, OutputStream out, PrintStream err)
      throws InterruptedException {
    Options options;
    Path file;
    try {
      options = Options.parse(arguments, Set.of("--help"), Set.of("--calibration"));
      file = options.input();
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return MISUNDERSTOOD;
    }
    if (options.flags().contains("--help")) {
      err.println(USAGE);
      return DONE;
    }
    try (Lines lines = Input.open(file)) {
      if (file == null && Terminal.is(Terminal.INPUT)) {
        err.println("Type or paste one JSON object a line; Ctrl-D ends it.");
      }
      boolean inPlace = Terminal.is(Terminal.ERROR) && !Terminal.is(Terminal.OUTPUT);
      return new ScoreCommand(
              new ScoreLine(InstalledScorer.load(options.path("--calibration"))),
              Runtime.getRuntime().availableProcessors(),
              new Progress(err, inPlace, System::nanoTime))
          .run(lines, out);
    } catch (Trouble | CalibrationRefused e) {
      err.println(e.getMessage());
      return FAILED;
    } catch (IOException e) {
      err.println("That did not work: " + e.getMessage());
      return FAILED;
    }
  }

  int run(Lines lines, OutputStream results) throws IOException, InterruptedException {
    Results out = new Results(new BufferedOutputStream(results, 1 << 16));
    try {
      InOrder.run(threads, lines::next, scoring::score, out);
      out.idle();
    } catch (ClosedByReader e) {
      // Like head: it has all that it wanted.
      return progress.complained() ? FAILED : DONE;
    }
    progress.end();
    return progress.complained() ? FAILED : DONE;
  }

  private static final class ClosedByReader extends IOException {

    private static final long serialVersionUID = 1;
  }

  private final class Results implements InOrder.Sink<ScoreLine.Scored> {

    private final OutputStream out;

    Results(OutputStream out) {
      this.out = out;
    }

    @Override
    public void accept(ScoreLine.Scored scored) throws IOException {
      if (!scored.complaint().isEmpty()) {
        progress.complain(scored.complaint());
      }
      progress.answer(scored.notScored());
      try {
        out.write(scored.json());
        out.write('\n');
      } catch (IOException e) {
        throw closed(e);
      }
    }

    @Override
    public void idle() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw closed(e);
      }
    }

    private static IOException closed(IOException e) {
      return String.valueOf(e.getMessage()).contains("Broken pipe") ? new ClosedByReader() : e;
    }
  }
}
