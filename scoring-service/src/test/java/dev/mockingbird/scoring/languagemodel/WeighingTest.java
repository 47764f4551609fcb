package dev.mockingbird.scoring.languagemodel;

import static dev.mockingbird.scoring.languagemodel.Asked.ANSWER;
import static dev.mockingbird.scoring.languagemodel.Asked.OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.events.ScoreEvent.KeyPointScore;
import dev.mockingbird.events.ScoreEvent.Span;
import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeighingTest {

  private static final ModelVerdict MISSING = new ModelVerdict(Verdict.MISSING, "");
  private static final ModelVerdict COVERED = new ModelVerdict(Verdict.COVERED, "a snapshot");
  private static final ModelVerdict PARTLY = new ModelVerdict(Verdict.PARTLY, "every write");

  @Test
  void countsByWeightAndAPartForHalf() throws ModelFailure {
    assertThat(weigh(OFFLINE, COVERED, PARTLY).score()).isEqualTo(88);
    assertThat(weigh(OFFLINE, PARTLY, MISSING).score()).isEqualTo(38);
    assertThat(weigh(OFFLINE, MISSING, COVERED).score()).isEqualTo(25);
    assertThat(weigh(OFFLINE, MISSING, MISSING).score()).isZero();
    assertThat(weigh(OFFLINE, COVERED, COVERED).score()).isEqualTo(100);
  }

  @Test
  void showsTheQuoteInTheAnswer() throws ModelFailure {
    List<KeyPointScore> points = weigh(OFFLINE, COVERED, MISSING).keyPoints();

    assertThat(points.getFirst())
        .isEqualTo(
            new KeyPointScore(
                "RDB writes snapshots",
                3,
                Verdict.COVERED,
                0.6,
                List.of(new Span(10, 20)),
                List.of(),
                List.of()));
    assertThat(points.getLast().verdict()).isEqualTo(Verdict.MISSING);
    assertThat(points.getLast().evidence()).isEmpty();
  }

  @Test
  void dropsAVerdictWhoseQuoteIsNotInTheAnswer() throws ModelFailure {
    for (String quote :
        List.of("", "RDB writes snapshots", "a Snapshot", "takes snapshots", "AOF ... write")) {
      Scored scored = weigh(OFFLINE, new ModelVerdict(Verdict.COVERED, quote), MISSING);
      assertThat(scored.keyPoints().getFirst())
          .isEqualTo(with(OFFLINE.keyPoints().getFirst(), "QUOTE_DROPPED"));
      assertThat(scored.score()).as("the offline verdict counts").isEqualTo(38);
    }
  }

  @Test
  void isNoOpinionWhenNothingWasQuoted() {
    ModelVerdict invented = new ModelVerdict(Verdict.COVERED, "not there");
    assertThatThrownBy(() -> weigh(OFFLINE, invented, invented))
        .isInstanceOf(ModelFailure.class)
        .hasMessage("NOTHING_QUOTED");
  }

  @Test
  void reachesOverBothScores() throws ModelFailure {
    Scored near = weigh(offline(60, 45, 80), COVERED, PARTLY);
    assertThat(List.of(near.low(), near.score(), near.high())).containsExactly(45, 88, 88);
    assertThat(near.rules()).isEmpty();

    Scored inside = weigh(offline(60, 20, 80), MISSING, COVERED);
    assertThat(List.of(inside.low(), inside.score(), inside.high())).containsExactly(20, 25, 80);
  }

  @Test
  void needsReviewMoreThanTenPointsOutside() throws ModelFailure {
    assertThat(weigh(offline(60, 45, 78), COVERED, PARTLY).rules()).isEmpty();
    assertThat(weigh(offline(60, 45, 77), COVERED, PARTLY).rules())
        .containsExactly(Rule.NEEDS_REVIEW);
    assertThat(weigh(offline(60, 35, 77), MISSING, COVERED).rules()).isEmpty();
    assertThat(weigh(offline(60, 36, 77), MISSING, COVERED).rules())
        .containsExactly(Rule.NEEDS_REVIEW);
  }

  @Test
  void mayNotRaiseWhatAGuardCapsAndSaysSo() throws ModelFailure {
    List<KeyPointScore> points = OFFLINE.keyPoints();
    KeyPointScore negated = with(points.getFirst(), "NEGATION");
    Scored capped =
        new Scored(60, 0, 100, List.of(Rule.LONG_ANSWER), List.of(negated, points.getLast()));

    Scored raised = weigh(capped, COVERED, COVERED);
    assertThat(raised.keyPoints().getFirst()).isEqualTo(negated);
    assertThat(raised.score()).isEqualTo(63);
    assertThat(raised.rules()).containsExactly(Rule.NEEDS_REVIEW, Rule.LONG_ANSWER);

    Scored lowered = weigh(capped, MISSING, COVERED);
    assertThat(lowered.keyPoints().getFirst().verdict()).isEqualTo(Verdict.MISSING);
    assertThat(lowered.rules()).containsExactly(Rule.LONG_ANSWER);
  }

  private static Scored weigh(Scored offline, ModelVerdict... verdicts) throws ModelFailure {
    return Weighing.weigh(offline, List.of(verdicts), Legible.of(ANSWER));
  }

  private static Scored offline(int score, int low, int high) {
    return new Scored(score, low, high, List.of(), OFFLINE.keyPoints());
  }

  private static KeyPointScore with(KeyPointScore it, String rule) {
    return new KeyPointScore(
        it.text(),
        it.weight(),
        it.verdict(),
        it.similarity(),
        it.evidence(),
        it.missed(),
        List.of(rule));
  }
}
