package dev.mockingbird.interview.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scores that an instance last told in a room: of two that were told of one answer, the one
/// that more was known for holds, in whatever order they come.
final class LatestScores {

  private final Map<Answer, Told> answers = new LinkedHashMap<>();

  private record Answer(int question, int attempt) {}

  private record Told(int known, ServerMessage.Scored scored) {}

  /// Empty when it says nothing new.
  Optional<ServerMessage.Scored> take(Signal.AnswerGraded graded) {
    Answer answer = new Answer(graded.question(), graded.attempt());
    Told before = answers.get(answer);
    if (before != null && before.known() >= graded.known()) {
      return Optional.empty();
    }
    ServerMessage.Scored scored = scored(graded);
    answers.put(answer, new Told(graded.known(), scored));
    return before != null && before.scored().equals(scored)
        ? Optional.empty()
        : Optional.of(scored);
  }

  List<ServerMessage.Scored> all() {
    return answers.values().stream().map(Told::scored).toList();
  }

  private static ServerMessage.Scored scored(Signal.AnswerGraded graded) {
    return new ServerMessage.Scored(
        graded.question(),
        graded.attempt(),
        graded.status(),
        graded.reason(),
        graded.score(),
        graded.low(),
        graded.high());
  }
}
