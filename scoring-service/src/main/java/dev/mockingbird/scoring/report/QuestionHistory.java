package dev.mockingbird.scoring.report;

import dev.mockingbird.events.AnswerScores;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
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
  private final Map<Integer, AnswerScores> scores = new HashMap<>();
  int hintsShown;
  boolean released;
  @Nullable String draft;

  QuestionHistory(QuestionSnapshot content, StaffMaterial staff) {
    this.content = content;
    this.staff = staff;
  }

  /// @param fact what the envelope holds
  /// @param late submitted when the feedback had been released: it does not count
  record Answer(AnswerSubmitted fact, EventEnvelope<?> envelope, boolean late) {

    int attempt() {
      return fact.attempt();
    }

    Instant submittedAt() {
      return envelope.occurredAt();
    }
  }

  AnswerScores scores(int attempt) {
    return scores.computeIfAbsent(attempt, _ -> new AnswerScores());
  }

  /// The last answer before the release.
  @Nullable Answer counting() {
    return answers.values().stream()
        .filter(answer -> !answer.late())
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
