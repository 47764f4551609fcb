package dev.mockingbird.scoring.shell;

import dev.mockingbird.scoring.agreement.GradedAnswer;
import dev.mockingbird.scoring.agreement.GradedAnswers;
import dev.mockingbird.scoring.trial.Line;
import dev.mockingbird.scoring.trial.Lines;
import dev.mockingbird.scoring.trial.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Graded answers as a team keeps them.
///
/// @param complaints one for each line that could not be read
record GradedFile(List<GradedAnswer> answers, List<String> complaints) {

  /// @param file names the set of answers that do not name theirs; null: the standard input
  static GradedFile read(Lines lines, @Nullable Path file) throws IOException {
    String set = file == null || file.getFileName() == null ? "input" : bare(file);
    List<GradedAnswer> answers = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      try {
        answers.add(GradedAnswers.read(next.get().json(), set));
      } catch (Unreadable e) {
        complaints.add(Complaints.of(next.get(), e));
      }
    }
    return new GradedFile(answers, complaints);
  }

  private static String bare(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "");
  }
}
