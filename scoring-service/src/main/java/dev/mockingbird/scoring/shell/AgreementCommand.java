package dev.mockingbird.scoring.shell;

import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.scoring.agreement.CalibratedScorer;
import dev.mockingbird.scoring.agreement.Calibrating;
import dev.mockingbird.scoring.agreement.CalibrationFile;
import dev.mockingbird.scoring.agreement.CalibrationRefused;
import dev.mockingbird.scoring.agreement.Estimate;
import dev.mockingbird.scoring.agreement.GradedAnswer;
import dev.mockingbird.scoring.agreement.InstalledScorer;
import dev.mockingbird.scoring.model.Models;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.trial.Lines;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// `./mockingbird agreement`: how well the scorer agrees with people who graded the same answers,
/// and what it can learn from them.
public final class AgreementCommand {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUNDERSTOOD = 2;

  private final AgreementOptions options;
  private final CalibratedScorer scorer;
  private final Progress progress;
  private final PrintStream out;

  AgreementCommand(
      AgreementOptions options, CalibratedScorer scorer, Progress progress, PrintStream out) {
    this.options = options;
    this.scorer = scorer;
    this.progress = progress;
    this.out = out;
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
    AgreementOptions options;
    try {
      options = AgreementOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(AgreementOptions.USAGE);
      return MISUNDERSTOOD;
    }
    if (options.help()) {
      err.println(AgreementOptions.USAGE);
      return DONE;
    }
    Progress progress = new Progress(err, Terminal.is(Terminal.ERROR), System::nanoTime);
    try (Lines lines = Input.open(options.file())) {
      if (options.calibrate() != null) {
        CalibrationFile.requireFree(options.calibrate());
      }
      GradedFile graded = GradedFile.read(lines, options.file());
      graded.complaints().forEach(progress::complain);
      if (graded.answers().isEmpty()) {
        throw new Trouble("There is no graded answer in it.");
      }
      CalibratedScorer scorer = InstalledScorer.load(options.calibration());
      new AgreementCommand(options, scorer, progress, out).run(graded);
      return progress.complained() ? FAILED : DONE;
    } catch (Trouble | CalibrationRefused e) {
      err.println(e.getMessage());
      return FAILED;
    } catch (IOException e) {
      err.println("That did not work: " + e.getMessage());
      return FAILED;
    }
  }

  void run(GradedFile graded) throws IOException, InterruptedException, CalibrationRefused {
    List<Assessment> assessments = assessments(graded.answers());
    progress.end();
    List<SetAgreement> sets =
        SetAgreement.of(graded.answers(), assessments.stream().map(Estimate::of).toList());
    int unreadable = graded.complaints().size();
    Path file = options.calibrate();
    if (options.json()) {
      ObjectNode json = AgreementJson.of(scorer.name(), unreadable, sets);
      try {
        if (file != null) {
          AgreementJson.add(calibrate(graded, assessments, file), json);
        }
      } finally {
        out.println(json.toPrettyString());
      }
      return;
    }
    AgreementTable table = new AgreementTable(out);
    sets.forEach(table::print);
    if (file != null) {
      Calibrating made = calibrate(graded, assessments, file);
      new CalibrationTable(out).print(made);
      out.printf("Written to %s as %s.%n", file, made.calibration().name());
    }
  }

  private Calibrating calibrate(GradedFile graded, List<Assessment> assessments, Path file)
      throws CalibrationRefused {
    Calibrating made =
        Calibrating.of(scorer.name(), Models.hashes(), graded.answers(), assessments);
    CalibrationFile.write(made.calibration(), file);
    return made;
  }

  private List<Assessment> assessments(List<GradedAnswer> answers)
      throws IOException, InterruptedException {
    List<Assessment> assessments = new ArrayList<>();
    Iterator<GradedAnswer> left = answers.iterator();
    InOrder.Sink<Assessment> sink =
        new InOrder.Sink<>() {
          @Override
          public void accept(Assessment assessment) {
            assessments.add(assessment);
            progress.answer(Estimate.of(assessment).reason());
          }

          @Override
          public void idle() {}
        };
    InOrder.run(
        Runtime.getRuntime().availableProcessors(),
        () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty(),
        this::assess,
        sink);
    return assessments;
  }

  private Assessment assess(GradedAnswer answer) {
    try {
      return scorer.apply(answer.submission());
    } catch (RuntimeException | StackOverflowError e) {
      return new Assessment.NotScored(NotScoredReason.SCORING_FAILED);
    }
  }
}
