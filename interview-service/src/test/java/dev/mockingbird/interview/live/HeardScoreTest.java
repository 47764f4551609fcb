package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreSignalsTest {

  private static final ScoreEvent.AnswerRef ANSWER =
      new ScoreEvent.AnswerRef("i-1", 3, 2, new PersonId("github.com:9919"), "q-1", 1, "");
  private static final ScoreEvent.Scorer SCORER = new ScoreEvent.Scorer("alignment", "2", "2");

  @Test
  void showsTheScoreThatCounts() {
    assertThat(ScoreSignals.signal(scored(Standing.COUNTS)))
        .contains(new Signal.AnswerGraded(3, 2, "SCORED", 72, 58, 84));
    assertThat(ScoreSignals.signal(notScored(Standing.COUNTS)))
        .contains(new Signal.AnswerGraded(3, 2, "NOT_SCORED", null, null, null));
  }

  @Test
  void showsNoProposalNorItsAcceptance() {
    assertThat(ScoreSignals.signal(scored(Standing.PROPOSED))).isEmpty();
    assertThat(ScoreSignals.signal(notScored(Standing.PROPOSED))).isEmpty();
    assertThat(ScoreSignals.signal(new ScoreEvent.ProposalAccepted(ANSWER, SCORER))).isEmpty();
  }

  private static ScoreEvent scored(Standing standing) {
    return new ScoreEvent.AnswerScored(ANSWER, SCORER, 72, 58, 84, List.of(), List.of(), standing);
  }

  private static ScoreEvent notScored(Standing standing) {
    return new ScoreEvent.AnswerNotScored(ANSWER, SCORER, NotScoredReason.NO_REFERENCE, standing);
  }
}
