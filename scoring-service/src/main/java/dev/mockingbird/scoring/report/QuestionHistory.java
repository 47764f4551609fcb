package dev.mockingbird.scoring.report;

import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.StaffMaterial;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One asked question with everything that came of it.
final class QuestionHistory {

  final QuestionSnapshot content;
  final StaffMaterial staff;
  final SortedMap<Integer, Answer> answers = new TreeMap<>();
  final Map<Integer, ScoreEvent> scores = new HashMap<>();
  int hintsShown;
  boolean released;
  @Nullable String draft;

  QuestionHistory(QuestionSnapshot content, StaffMaterial staff) {
    this.content = content;
    this.staff = staff;
  }

  /// @param late submitted when the feedback had been released: it does not count
  record Answer(int attempt, String text, Instant submittedAt, boolean late) {}

  /// The last answer before the release.
  @Nullable Answer counting() {
    return answers.values().stream()
        .filter(answer -> !answer.late())
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
