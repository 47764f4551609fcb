package dev.mockingbird.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerScoresTest {

  private static final Scorer OLD = new Scorer("alignment", "1", "");
  private static final Scorer NEW = new Scorer("alignment", "2", "2");
  private static final Scorer OWN = new Scorer("alignment", "2", "team-0a1b2c3d");

  @Test
  void letsTheFirstThatCountsStay() {
    AnswerScores scores = scores(scored(OLD, 40), scored(NEW, 90));

    assertThat(counting(scores)).isEqualTo(scored(OLD, 40));
    assertThat(others(scores)).containsExactly(scored(NEW, 90));
  }

  @Test
  void letsAFailureGiveWayToASuccessAndNeverTheOtherWayRound() {
    ScoreEvent failure = failed(NEW);
    for (List<ScoreEvent> order :
        List.of(
            List.of(failure, scored(NEW, 70)),
            List.of(scored(NEW, 70), failure),
            List.of(failure, failure, scored(NEW, 70), failure, scored(NEW, 70)))) {
      assertThat(counting(scores(order.toArray(ScoreEvent[]::new)))).isEqualTo(scored(NEW, 70));
    }
    assertThat(counting(scores(failure))).isEqualTo(failure);
  }

  @Test
  void letsTheFirstSuccessStayWhenTheScorerThatFailedSucceedsAfterIt() {
    assertThat(counting(scores(failed(OLD), scored(NEW, 90), scored(OLD, 40))))
        .isEqualTo(scored(NEW, 90));
  }

  @Test
  void letsNothingReplaceAnHonestRefusal() {
    ScoreEvent refusal = notScored(OLD, NotScoredReason.NO_REFERENCE, Standing.COUNTS);

    assertThat(counting(scores(refusal, scored(OLD, 20)))).isEqualTo(refusal);
  }

  @Test
  void keepsOneForEachScorerVersionAndCalibration() {
    AnswerScores scores =
        scores(
            scored(OLD, 40),
            scored(OLD, 41),
            proposed(NEW, 50),
            proposed(NEW, 51),
            proposed(OWN, 60));

    assertThat(counting(scores)).isEqualTo(scored(OLD, 40));
    assertThat(others(scores)).containsExactly(proposed(NEW, 50), proposed(OWN, 60));
  }

  @Test
  void neverCountsWhatIsOnlyProposed() {
    AnswerScores scores = scores(proposed(NEW, 90));

    assertThat(scores.counting()).isEmpty();
    assertThat(others(scores)).containsExactly(proposed(NEW, 90));
  }

  @Test
  void offersAProposalOfTheScorerThatFailed() {
    AnswerScores scores = scores(failed(NEW), proposed(NEW, 90));

    assertThat(counting(scores)).isEqualTo(failed(NEW));
    assertThat(others(scores)).containsExactly(proposed(NEW, 90));
  }

  @Test
  void showsAProposalThatFailedAndNeverTakesIt() {
    ScoreEvent failure = notScored(NEW, NotScoredReason.MODEL_UNAVAILABLE, Standing.PROPOSED);
    AnswerScores scores = scores(scored(OLD, 40), failure, accepted(NEW));

    assertThat(counting(scores)).isEqualTo(scored(OLD, 40));
    assertThat(others(scores)).containsExactly(failure);
    assertThat(others(scores(scored(OLD, 40), failure, proposed(NEW, 90), failure)))
        .containsExactly(proposed(NEW, 90));
  }

  @Test
  void fallsBackWhileWhatWasAcceptedIsNotThere() {
    assertThat(counting(scores(accepted(NEW), scored(OLD, 40)))).isEqualTo(scored(OLD, 40));
  }

  /// One score that counts by itself, proposals, failures and acceptances, in any order and however
  /// often: the same counts, and the same stands beside it.
  @Test
  void doesNotDependOnOrderOrRepeats() {
    List<EventEnvelope<?>> told =
        List.of(
            envelope(failed(OLD), 0),
            envelope(scored(OLD, 40), 0),
            envelope(proposed(NEW, 90), 0),
            envelope(proposed(OWN, 60), 0),
            envelope(failed(NEW), 0),
            envelope(accepted(NEW), 10),
            envelope(accepted(OLD), 20),
            envelope(accepted(OWN), 30),
            envelope(accepted(NEW), 30));
    AnswerScores inOrder = scores(told);
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<EventEnvelope<?>> records = new ArrayList<>(told);
      for (int i = random.nextInt(20); i > 0; i--) {
        records.add(told.get(random.nextInt(told.size())));
      }
      Collections.shuffle(records, random);

      AnswerScores shuffled = scores(records);

      assertThat(shuffled.counting()).isEqualTo(inOrder.counting());
      assertThat(shuffled.others()).isEqualTo(inOrder.others());
    }
    assertThat(counting(inOrder).scorer()).isEqualTo(OWN);
  }

  private static ScoreEvent counting(AnswerScores scores) {
    return scores.counting().orElseThrow().event();
  }

  private static List<ScoreEvent> others(AnswerScores scores) {
    return scores.others().stream().map(AnswerScores.Score::event).toList();
  }

  private static AnswerScores scores(ScoreEvent... events) {
    List<EventEnvelope<?>> told = new ArrayList<>();
    for (ScoreEvent event : events) {
      told.add(envelope(event, 0));
    }
    return scores(told);
  }

  private static AnswerScores scores(List<EventEnvelope<?>> told) {
    AnswerScores scores = new AnswerScores();
    told.forEach(it -> scores.add(it, (ScoreEvent) it.data()));
    return scores;
  }

  private static ScoreEvent scored(Scorer scorer, int score) {
    return scored(scorer, score, Standing.COUNTS);
  }

  private static ScoreEvent proposed(Scorer scorer, int score) {
    return scored(scorer, score, Standing.PROPOSED);
  }

  private static ScoreEvent scored(Scorer scorer, int score, Standing standing) {
    return new ScoreEvent.AnswerScored(
        ref(), scorer, score, 0, 100, List.of(), List.of(), standing);
  }

  private static ScoreEvent failed(Scorer scorer) {
    return notScored(scorer, NotScoredReason.SCORING_FAILED, Standing.COUNTS);
  }

  private static ScoreEvent notScored(Scorer scorer, NotScoredReason reason, Standing standing) {
    return new ScoreEvent.AnswerNotScored(ref(), scorer, reason, standing);
  }

  private static ScoreEvent accepted(Scorer scorer) {
    return new ScoreEvent.ProposalAccepted(ref(), scorer);
  }

  private static ScoreEvent.AnswerRef ref() {
    return new ScoreEvent.AnswerRef("room", 1, 1, new PersonId("demo:1003"), "q-1", 1, "");
  }

  private static EventEnvelope<?> envelope(ScoreEvent event, int second) {
    return new EventEnvelope<>(
        event.scorer().calibration() + event,
        EventTypes.wireType(event.getClass()),
        "default",
        "room",
        0,
        1,
        Instant.EPOCH.plusSeconds(second),
        PersonId.SYSTEM,
        "c",
        null,
        event);
  }
}
