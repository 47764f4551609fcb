package dev.mockingbird.scoring.rescore;

import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.events.AnswerScores;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.InterviewEvent.InterviewErased;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.AnswerScored;
import dev.mockingbird.events.ScoreEvent.Scorer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the log says of the answers of interviews, without the evidence, which would not fit into
/// memory. Interviews that were erased are left out.
final class KnownScores implements EventConsumer {

  private final Predicate<String> interviews;
  private final SortedMap<AnswerName, AnswerScores> answers = new TreeMap<>();
  private final Set<String> erased = new HashSet<>();

  /// @param interviews those of interest
  KnownScores(Predicate<String> interviews) {
    this.interviews = interviews;
  }

  /// Takes records of the topics of interviews and of scores.
  @Override
  public void handle(List<Decoded> batch) {
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope)) {
        switch (envelope.data()) {
          case InterviewErased _ -> erase(envelope.aggregate());
          case ScoreEvent event -> add(envelope, event);
          default -> {}
        }
      }
    }
  }

  void add(EventEnvelope<?> envelope, ScoreEvent event) {
    AnswerName name = AnswerName.of(event.answer());
    if (interviews.test(name.interview()) && !erased.contains(name.interview())) {
      of(name).add(withoutEvidence(envelope, event), withoutEvidence(event));
    }
  }

  private void erase(String interview) {
    erased.add(interview);
    answers.keySet().removeIf(it -> it.interview().equals(interview));
  }

  private AnswerScores of(AnswerName name) {
    return answers.computeIfAbsent(name, _ -> new AnswerScores());
  }

  boolean has(AnswerName name, Scorer scorer) {
    AnswerScores scores = answers.get(name);
    return scores != null && scores.of(scorer).isPresent();
  }

  Map<AnswerName, AnswerScores> answers() {
    return answers;
  }

  /// Scorers of proposals that wait.
  Set<Scorer> proposing() {
    return answers.values().stream()
        .flatMap(it -> it.others().stream())
        .filter(it -> it.proposed() && !it.failed())
        .map(AnswerScores.Score::scorer)
        .collect(Collectors.toSet());
  }

  private static EventEnvelope<?> withoutEvidence(EventEnvelope<?> it, ScoreEvent event) {
    return new EventEnvelope<>(
        it.id(),
        it.type(),
        it.workspace(),
        it.aggregate(),
        it.number(),
        it.sequence(),
        it.occurredAt(),
        it.actor(),
        it.correlationId(),
        it.causationId(),
        withoutEvidence(event));
  }

  private static ScoreEvent withoutEvidence(ScoreEvent event) {
    return event instanceof AnswerScored it ? it.withoutKeyPoints() : event;
  }
}
