package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeardScoreTest {

  private static final ScoreEvent.AnswerRef ANSWER =
      new ScoreEvent.AnswerRef("i-1", 3, 2, new PersonId("github.com:9919"), "q-1", 1, "");
  private static final Scorer OFFLINE = new Scorer("alignment", "2", "2");
  private static final Scorer MODEL = new Scorer("language-model", "some/1", "2");

  private static final String SECRET = "a key point that nobody has released";

  @Test
  void tellsTheScoreThatCounts() {
    assertThat(counting(scored(OFFLINE, 72, Standing.COUNTS)))
        .contains(new Signal.AnswerGraded(3, 2, 1, "SCORED", null, 72, 60, 80));
  }

  @Test
  void tellsWhyThereIsNoScoreAndWhyOneIsZero() {
    assertThat(counting(notScored(NotScoredReason.OTHER_LANGUAGE, Standing.COUNTS)))
        .contains(
            new Signal.AnswerGraded(3, 2, 1, "NOT_SCORED", "OTHER_LANGUAGE", null, null, null));
    assertThat(
            counting(
                new ScoreEvent.AnswerScored(
                    ANSWER, OFFLINE, 0, 0, 0, List.of("BLANK"), List.of(), Standing.COUNTS)))
        .contains(new Signal.AnswerGraded(3, 2, 1, "SCORED", "BLANK", 0, 0, 0));
  }

  @Test
  void tellsNothingOfAProposalUntilItIsAccepted() {
    ScoreEvent proposal = scored(MODEL, 90, Standing.PROPOSED);
    ScoreEvent score = scored(OFFLINE, 72, Standing.COUNTS);

    assertThat(counting(proposal)).isEmpty();
    assertThat(counting(proposal, score).map(Signal.AnswerGraded::score)).contains(72);
    assertThat(counting(proposal, score, accepted(MODEL)).map(Signal.AnswerGraded::score))
        .contains(90);
    assertThat(counting(accepted(MODEL), score, proposal).map(Signal.AnswerGraded::score))
        .contains(90);
  }

  @Test
  void letsTheFirstScoreThatCountsStay() {
    assertThat(
            counting(
                    notScored(NotScoredReason.SCORING_FAILED, Standing.COUNTS),
                    scored(OFFLINE, 72, Standing.COUNTS),
                    scored(MODEL, 90, Standing.COUNTS))
                .map(Signal.AnswerGraded::score))
        .contains(72);
  }

  @Test
  void remembersNothingThatIsSaidInKeyPoints() {
    assertThat(heard(scored(OFFLINE, 72, Standing.COUNTS)).line()).doesNotContain(SECRET);
  }

  @Test
  void skipsWhatAnEarlierVersionLeft() {
    String before = "{\"signal\":\"answer-graded\",\"question\":3,\"attempt\":2,\"score\":1}\n";

    assertThat(HeardScore.counting(before)).isEmpty();
    assertThat(
            HeardScore.counting(before + heard(scored(OFFLINE, 72, Standing.COUNTS)).line())
                .map(Signal.AnswerGraded::score))
        .contains(72);
  }

  private static Optional<Signal.AnswerGraded> counting(ScoreEvent... told) {
    return HeardScore.counting(
        Stream.of(told).map(it -> heard(it).line()).collect(Collectors.joining("\n")));
  }

  private static HeardScore heard(ScoreEvent event) {
    return HeardScore.of(ScoreEnvelope.of(event), event);
  }

  private static ScoreEvent scored(Scorer scorer, int score, Standing standing) {
    var point =
        new ScoreEvent.KeyPointScore(
            SECRET, 1, ScoreEvent.Verdict.COVERED, 0.9, List.of(), List.of(), List.of());
    return new ScoreEvent.AnswerScored(
        ANSWER, scorer, score, 60, score + 8, List.of(), List.of(point), standing);
  }

  private static ScoreEvent notScored(NotScoredReason reason, Standing standing) {
    return new ScoreEvent.AnswerNotScored(ANSWER, OFFLINE, reason, standing);
  }

  private static ScoreEvent accepted(Scorer scorer) {
    return new ScoreEvent.ProposalAccepted(ANSWER, scorer);
  }
}
