package dev.mockingbird.scoring.scorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void endsWhereAReaderStops() {
    assertThat(parts("RDB 是快照。AOF 追加日志；恢复慢！")).containsExactly("RDB 是快照。", "AOF 追加日志；", "恢复慢！");
    assertThat(parts("It is fast. It takes O(1.5n), e.g. in Redis 6.2.\n- one\n- two"))
        .containsExactly("It is fast.", "It takes O(1.5n), e.g. in Redis 6.2.", "- one", "- two");
  }

  @Test
  void keepsTheNumberOfAnItemWithIt() {
    assertThat(parts("1. Push adds. 2. Pop removes."))
        .containsExactly("1. Push adds.", "2. Pop removes.");
  }

  @Test
  void leavesOutWhatSaysNothing() {
    assertThat(parts("...\n---\n？！ ok")).containsExactly("ok");
  }

  @Test
  void cutsOneThatNeverEnds() {
    List<String> parts = parts("word ".repeat(1000));
    assertThat(parts).allSatisfy(it -> assertThat(it.length()).isLessThanOrEqualTo(500));
    assertThat(String.join(" ", parts).split("\\s+")).hasSize(1000);
    assertThat(parts("字".repeat(1200))).hasSize(3);
  }

  @Test
  void knowsTheSameSentenceAgain() {
    String text = "It is LIFO. it is, lifo!";
    List<Sentence> sentences = Sentence.of(text);
    assertThat(sentences.get(0).key(text)).isEqualTo(sentences.get(1).key(text));
  }

  private static List<String> parts(String text) {
    return Sentence.of(text).stream().map(it -> it.in(text).strip()).toList();
  }
}
