package dev.mockingbird.scoring.answer;

import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.scorer.Assessment;
import dev.mockingbird.scoring.scorer.Submission;
import java.util.function.Function;

/// A second scorer that proposes beside the one whose scores count.
public record ShadowScorer(Scorer name, Function<Submission, Assessment> scorer) {}
