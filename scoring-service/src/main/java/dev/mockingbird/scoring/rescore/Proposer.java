package dev.mockingbird.scoring.rescore;

import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.scoring.answer.MeasuredScorer;
import dev.mockingbird.scoring.answer.ScoreTopic;
import dev.mockingbird.scoring.answer.ScoredAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Scores the answers that the scorer has said nothing of yet, and proposes what it says. Whatever
/// is broken off is gone on with by the next run; where two runs do the same they write the same
/// bytes.
final class Proposer implements EventConsumer {

  /// Answers that are scored at once and then written down.
  private static final int TOGETHER = 64;

  private final MeasuredScorer scorer;
  private final ScoreTopic scores;
  private final KnownScores known;
  private final Predicate<String> interviews;
  private final Progress progress;

  Proposer(
      MeasuredScorer scorer,
      ScoreTopic scores,
      KnownScores known,
      Predicate<String> interviews,
      Progress progress) {
    this.scorer = scorer;
    this.scores = scores;
    this.known = known;
    this.interviews = interviews;
    this.progress = progress;
  }

  private record Answer(EventEnvelope<?> envelope, AnswerSubmitted fact) {

    AnswerName name() {
      return new AnswerName(envelope.aggregate(), fact.question(), fact.attempt());
    }
  }

  /// Takes records of the topic of rooms.
  @Override
  public void handle(List<Decoded> batch) throws Exception {
    Map<AnswerName, Answer> wanted = new LinkedHashMap<>();
    for (Decoded decoded : batch) {
      switch (decoded) {
        case Decoded.Readable(EventEnvelope<?> envelope)
            when envelope.data() instanceof AnswerSubmitted fact
                && interviews.test(envelope.aggregate()) -> {
          Answer answer = new Answer(envelope, fact);
          progress.read();
          if (!known.has(answer.name(), scorer.name())) {
            wanted.putIfAbsent(answer.name(), answer);
          }
        }
        case Decoded.Readable _, Decoded.Erased _, Decoded.Unknown _ -> {}
      }
    }
    List<Answer> answers = List.copyOf(wanted.values());
    for (int from = 0; from < answers.size(); from += TOGETHER) {
      propose(answers.subList(from, Math.min(answers.size(), from + TOGETHER)));
    }
  }

  private void propose(List<Answer> answers) throws Exception {
    List<EventEnvelope<ScoreEvent>> proposed =
        answers.parallelStream().map(this::score).filter(it -> !it.data().failed()).toList();
    scores.publish(proposed);
    proposed.forEach(it -> known.add(it, it.data()));
    progress.scored(proposed.size(), answers.size() - proposed.size());
  }

  private EventEnvelope<ScoreEvent> score(Answer answer) {
    return ScoredAnswer.event(
        answer.envelope(),
        answer.fact(),
        scorer.name(),
        scorer.assess(ScoredAnswer.submission(answer.fact())),
        Standing.PROPOSED);
  }
}
