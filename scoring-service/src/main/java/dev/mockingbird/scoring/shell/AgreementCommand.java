package dev.mockingbird.scoring.shell;

import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.agreement.Estimate;
import dev.mockingbird.scoring.agreement.GradedAnswer;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import dev.mockingbird.scoring.trial.Lines;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// `./mockingbird agreement`: how well the scorer agrees with people who graded the same answers.
public final class AgreementCommand {

  static final String USAGE =
      """
      Usage: ./mockingbird agreement FILE [--json] [--calibration FILE]

        FILE                JSON Lines of answers as for ./mockingbird score, each with
                            "grade" and "maxGrade", or "label": "correct" | "incorrect" | "contradictory";
                            also "questionId" and "set", if they have them; - is the standard input
        --json              for programs
        --calibration FILE  how well your own agrees, made by --calibrate

      Needs nothing running. The exit code is 1 if a line could not be read; the others are used.""";

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUNDERSTOOD = 2;

  private final Scorer name;
  private final Function<Submission, Assessment> scorer;
  private final Progress progress;

  private AgreementCommand(
      Scorer name, Function<Submission, Assessment> scorer, Progress progress) {
    this.name = name;
    this.scorer = scorer;
    this.progress = progress;
  }

  static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int result = run(List.of(arguments), out, err);
    if (out.checkError()) {
      err.println("The results could not be written.");
      result = FAILED;
    }
    System.exit(result);
  }

  private static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    Options options;
    Path file;
    try {
      options = Options.parse(arguments, Set.of("--help", "--json"), Set.of("--calibration"));
      if (options.flags().contains("--help")) {
        err.println(USAGE);
        return DONE;
      }
      if (options.files().isEmpty()) {
        throw new IllegalArgumentException("Name the file with graded answers.");
      }
      file = options.input();
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return MISUNDERSTOOD;
    }
    Progress progress = new Progress(err, Terminal.is(Terminal.ERROR), System::nanoTime);
    try (Lines lines = Input.open(file)) {
      GradedFile graded = GradedFile.read(lines, file);
      graded.complaints().forEach(progress::complain);
      if (graded.answers().isEmpty()) {
        throw new Trouble("There is no graded answer in it.");
      }
      AlignmentScorer scorer = OfflineScorer.load();
      new AgreementCommand(AlignmentScorer.SCORER, scorer::assess, progress)
          .run(graded, options.flags().contains("--json"), out);
      return progress.complained() ? FAILED : DONE;
    } catch (Trouble e) {
      err.println(e.getMessage());
      return FAILED;
    } catch (IOException e) {
      err.println("That did not work: " + e.getMessage());
      return FAILED;
    }
  }

  private void run(GradedFile graded, boolean json, PrintStream out)
      throws IOException, InterruptedException {
    List<SetAgreement> sets = SetAgreement.of(graded.answers(), estimates(graded.answers()));
    progress.end();
    if (json) {
      out.println(AgreementJson.of(name, graded.complaints().size(), sets).toPrettyString());
    } else {
      AgreementTable table = new AgreementTable(out);
      sets.forEach(table::print);
    }
  }

  private List<Estimate> estimates(List<GradedAnswer> answers)
      throws IOException, InterruptedException {
    List<Estimate> estimates = new ArrayList<>();
    Iterator<GradedAnswer> left = answers.iterator();
    InOrder.Sink<Estimate> sink =
        new InOrder.Sink<>() {
          @Override
          public void accept(Estimate estimate) {
            estimates.add(estimate);
            progress.answer(estimate.reason());
          }

          @Override
          public void idle() {}
        };
    InOrder.run(
        Runtime.getRuntime().availableProcessors(),
        () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty(),
        it -> Estimate.of(scorer.apply(it.submission())),
        sink);
    return estimates;
  }
}
