package dev.mockingbird.scoring.rescore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.rescore.RescoreOptions.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class RescoreOptionsTest {

  @Test
  void proposesUnlessItIsToldToCompareOrToAccept() {
    assertThat(parse()).isEqualTo(new RescoreOptions(Work.PROPOSE, null, null, false));
    assertThat(parse("--accept", "--interview", "i-1", "--json"))
        .isEqualTo(new RescoreOptions(Work.ACCEPT, "i-1", null, true));
    assertThat(parse("--compare", "--scorer", "alignment/1/"))
        .isEqualTo(new RescoreOptions(Work.COMPARE, null, new Scorer("alignment", "1", ""), false));
    assertThat(parse("--accept", "--scorer", "language-model/org/tiny/1/2").scorer())
        .isEqualTo(new Scorer("language-model", "org/tiny/1", "2"));
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> parse("--all")).hasMessageContaining("--all");
    assertThatThrownBy(() -> parse("--interview")).hasMessageContaining("needs a value");
    assertThatThrownBy(() -> parse("--accept", "--compare")).hasMessageContaining("Either");
    assertThatThrownBy(() -> parse("--accept", "--scorer", "alignment"))
        .hasMessageContaining("NAME/VERSION/CALIBRATION");
    assertThatThrownBy(() -> parse("--scorer", "alignment/1/"))
        .hasMessageContaining("Only the current scorer");
  }

  private static RescoreOptions parse(String... arguments) {
    return RescoreOptions.parse(List.of(arguments));
  }
}
