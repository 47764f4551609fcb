package dev.mockingbird.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypistTest {

  @Test
  void makesChangesThatFitCarryTheirMarkAndNeverSplitACharacter() {
    Typist typist = new Typist("page", new Random(7));
    String text = "";
    for (int i = 1; i <= 2_000; i++) {
      String mark = typist.mark();
      ChangeSet change = ChangeSet.read(typist.change(text, mark).json());
      text = change.apply(text);

      assertThat(Marks.of(change.inserted())).containsExactly("page." + i);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
    assertThat(text).contains("😀", "字", "\n").hasSizeBetween(500, 5_000);
  }
}
