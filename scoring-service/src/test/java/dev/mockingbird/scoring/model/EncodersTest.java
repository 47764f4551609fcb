package dev.mockingbird.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Submission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncodersTest {

  @Test
  void aModelThatDoesNotLoadLeavesItsLanguageUnscoredAndTheOtherAlone() throws Exception {
    try (Encoders encoders =
        Encoders.load(
            Map.of(
                Language.ENGLISH,
                OnnxEncoder::english,
                Language.CHINESE,
                () -> {
                  throw new IllegalStateException("The model is broken");
                }))) {
      AlignmentScorer scorer = new AlignmentScorer(encoders.byLanguage());
      assertThat(scorer.assess(submission(Language.ENGLISH, "A stack is last in, first out.")))
          .isInstanceOf(Scored.class);
      assertThat(scorer.assess(submission(Language.CHINESE, "栈是后进先出的结构。")))
          .isEqualTo(new NotScored(NotScoredReason.MODEL_UNAVAILABLE));
    }
  }

  private static Submission submission(Language language, String text) {
    return new Submission("?", List.of(text), List.of(), text, language);
  }
}
