package dev.mockingbird.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Submission;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void goesAllTheWayInEveryLanguage() throws Exception {
    assertThat(Rehearsal.ANSWERS)
        .extracting(Submission::language)
        .containsExactlyInAnyOrder(Language.values());
    try (Encoders encoders = Encoders.load()) {
      AlignmentScorer scorer = new AlignmentScorer(encoders.byLanguage());
      assertThat(Rehearsal.ANSWERS)
          .extracting(scorer::assess)
          .allSatisfy(it -> assertThat(it).isInstanceOf(Scored.class));
    }
  }
}
