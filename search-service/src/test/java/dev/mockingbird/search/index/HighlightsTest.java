package dev.mockingbird.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighlightsTest {

  private static final String O = "\uE000";
  private static final String C = "\uE001";

  @Test
  void marksChineseByPairsAndOtherWordsByTokens() {
    String tokens =
        O + "Redis" + C + " 的" + O + "持" + C + O + "久" + C + O + "化" + C + "与变" + O + "化" + C;
    String pairs = "Redis 的" + O + "持久" + C + O + "化" + C + "与变化";

    assertThat(
            Highlights.whole(Map.of("title", List.of(tokens), "title.bi", List.of(pairs)), "title"))
        .isEqualTo(O + "Redis" + C + " 的" + O + "持久化" + C + "与变化");
  }

  @Test
  void marksTokensWhereNoPairWasHit() {
    assertThat(Highlights.whole(Map.of("title", List.of(O + "锁" + C + "是什么")), "title"))
        .isEqualTo(O + "锁" + C + "是什么");
  }

  @Test
  void cutsASnippetAroundTheFirstHit() {
    String text = "a ".repeat(500) + O + "hit" + C + " b".repeat(500);

    assertThat(Highlights.snippet(Map.of("body", List.of(text)), "body"))
        .contains(O + "hit" + C)
        .hasSizeLessThan(220);
  }

  @Test
  void saysNothingWhereNothingWasHit() {
    assertThat(Highlights.whole(Map.of(), "title")).isNull();
  }
}
