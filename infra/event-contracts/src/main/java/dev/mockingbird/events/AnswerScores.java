package dev.mockingbird.events;

import dev.mockingbird.events.ScoreEvent.AnswerNotScored;
import dev.mockingbird.events.ScoreEvent.AnswerScored;
import dev.mockingbird.events.ScoreEvent.ProposalAccepted;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is known of the scores of one answer: one of each scorer, version and calibration, and
/// which of them counts.
///
/// That is the one of the scorer that was accepted last, else the first that counts by itself; a
/// failure counts only where there is nothing else. Repeats change nothing, and of the order of
/// adding nothing matters but which of several scores that count by themselves came first, which is
/// the same in every reading of the log.
public final class AnswerScores {

  private static final Comparator<EventEnvelope<?>> IN_TIME =
      Comparator.<EventEnvelope<?>, Instant>comparing(EventEnvelope::occurredAt)
          .thenComparing(EventEnvelope::id);
  private static final Comparator<Scorer> BY_NAME =
      Comparator.comparing(Scorer::name)
          .thenComparing(Scorer::version)
          .thenComparing(Scorer::calibration);

  private final SequencedMap<Scorer, Score> counting = new LinkedHashMap<>();
  private final SequencedMap<Scorer, Score> proposed = new LinkedHashMap<>();
  private @Nullable Score acceptance;

  /// @param event what the envelope holds
  public record Score(EventEnvelope<?> envelope, ScoreEvent event) {

    public Scorer scorer() {
      return event.scorer();
    }

    public boolean failed() {
      return event.failed();
    }

    /// It does not count by itself.
    public boolean proposed() {
      return switch (event) {
        case AnswerScored it -> it.standing() == Standing.PROPOSED;
        case AnswerNotScored it -> it.standing() == Standing.PROPOSED;
        case ProposalAccepted _ -> false;
      };
    }
  }

  public void add(EventEnvelope<?> envelope, ScoreEvent event) {
    Score score = new Score(envelope, event);
    switch (event) {
      case AnswerScored it -> add(score, it.standing());
      case AnswerNotScored it -> add(score, it.standing());
      case ProposalAccepted _ -> accept(score);
    }
  }

  private void add(Score score, Standing standing) {
    switch (standing) {
      case COUNTS -> {
        Score known = counting.get(score.scorer());
        if (known != null && known.failed() && !score.failed()) {
          counting.remove(score.scorer());
        }
        counting.putIfAbsent(score.scorer(), score);
      }
      case PROPOSED ->
          proposed.merge(
              score.scorer(),
              score,
              (known, later) -> known.failed() && !later.failed() ? later : known);
    }
  }

  private void accept(Score later) {
    Score known = acceptance;
    if (known == null || IN_TIME.compare(known.envelope(), later.envelope()) < 0) {
      acceptance = later;
    }
  }

  /// What counts; absent while there is only what may count one day.
  public Optional<Score> counting() {
    return accepted()
        .or(() -> counting.values().stream().filter(it -> !it.failed()).findFirst())
        .or(() -> counting.values().stream().findFirst());
  }

  private Optional<Score> accepted() {
    return Optional.ofNullable(acceptance).flatMap(it -> of(it.scorer()));
  }

  /// What the scorer found, unless it failed.
  public Optional<Score> of(Scorer scorer) {
    return Stream.of(counting, proposed)
        .flatMap(scores -> Optional.ofNullable(scores.get(scorer)).stream())
        .filter(it -> !it.failed())
        .findFirst();
  }

  /// What other scorers found than the one that counts, or that they failed to propose anything:
  /// that can be seen, but never be accepted.
  public List<Score> others() {
    Optional<Score> counts = counting();
    return Stream.concat(counting.keySet().stream(), proposed.keySet().stream())
        .distinct()
        .sorted(BY_NAME)
        .flatMap(scorer -> of(scorer).or(() -> Optional.ofNullable(proposed.get(scorer))).stream())
        .filter(it -> !counts.filter(it::equals).isPresent())
        .toList();
  }
}
