package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestScoresTest {

  private final LatestScores scores = new LatestScores();

  @Test
  void tellsEachScoreOnce() {
    assertThat(scores.take(graded(1, 1, 70))).contains(scored(1, 70));
    assertThat(scores.take(graded(1, 1, 70))).isEmpty();
    assertThat(scores.take(graded(1, 2, 70))).isEmpty();
    assertThat(scores.take(graded(1, 3, 90))).contains(scored(1, 90));
  }

  @Test
  void letsNothingGoBackToWhatLessWasKnownFor() {
    scores.take(graded(1, 3, 90));

    assertThat(scores.take(graded(1, 2, 70))).isEmpty();
    assertThat(scores.all()).containsExactly(scored(1, 90));
  }

  @Test
  void keepsAttemptsApart() {
    scores.take(graded(1, 4, 20));
    scores.take(graded(2, 1, 80));

    assertThat(scores.all()).containsExactly(scored(1, 20), scored(2, 80));
  }

  private static Signal.AnswerGraded graded(int attempt, int known, int score) {
    return new Signal.AnswerGraded(1, attempt, known, "SCORED", null, score, 0, 100);
  }

  private static ServerMessage.Scored scored(int attempt, int score) {
    return new ServerMessage.Scored(1, attempt, "SCORED", null, score, 0, 100);
  }
}
