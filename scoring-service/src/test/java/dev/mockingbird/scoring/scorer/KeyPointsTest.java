package dev.mockingbird.scoring.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.KeyPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyPointsTest {

  @Test
  void takesListItemsWithoutTheirMarks() {
    assertThat(texts("There are two:\n\n- **RDB** makes snapshots\n- `AOF` appends\n1. Mixed mode"))
        .containsExactly("RDB makes snapshots", "AOF appends", "Mixed mode");
  }

  @Test
  void splitsSentencesInBothLanguages() {
    assertThat(texts("It is fast. It uses 3.5 MB of memory! 它很快。也很小；"))
        .containsExactly("It is fast.", "It uses 3.5 MB of memory!", "它很快。", "也很小；");
  }

  @Test
  void splitsEnumerationsInsideALine() {
    assertThat(texts("顺序表：①元素连续存放；②不需要指针；")).containsExactly("元素连续存放；", "不需要指针；");
  }

  @Test
  void leavesCodeOutAndKeepsLinkTexts() {
    assertThat(texts("See [the manual](https://example.org) for it.\n```\nint x = 1;\n```\n"))
        .containsExactly("See the manual for it.");
  }

  @Test
  void findsNothingInNothing() {
    assertThat(texts(" \n - \n")).isEmpty();
  }

  private static List<String> texts(String reference) {
    return KeyPoints.of(reference).stream().map(KeyPoint::text).toList();
  }
}
