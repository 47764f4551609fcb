package dev.mockingbird.scoring.scorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Test
  void leavesPlainTextAsItIs() {
    String text = "Redis 的 AOF，每条写命令都追加 — naïve? O(n²) 😀\nx";
    CleanText clean = CleanText.of(text);
    assertThat(clean.text()).isEqualTo(text);
    assertThat(clean.hidden()).isFalse();
    assertThat(clean.lookAlikes()).isFalse();
  }

  @Test
  void takesOutWhatIsHiddenBetweenLettersAndKnowsTheWayBack() {
    String text = "a ha\u200bsh\u200b\u2060map";
    CleanText clean = CleanText.of(text);
    assertThat(clean.text()).isEqualTo("a hashmap");
    assertThat(clean.hidden()).isTrue();
    assertThat(text.substring(clean.start(2), clean.end(9))).isEqualTo("ha\u200bsh\u200b\u2060map");
  }

  @Test
  void doesNotCallAnEmojiOfSeveralPartsHidden() {
    assertThat(CleanText.of("done 👩\u200d💻 and 👍\ufe0f").hidden()).isFalse();
  }

  @Test
  void readsLookAlikesAsTheLettersTheyLookLike() {
    CleanText clean = CleanText.of("а hаsh tаble, with Ａ and 𝐁𝐂");
    assertThat(clean.text()).isEqualTo("а hash table, with A and BC");
    assertThat(clean.lookAlikes()).isTrue();
  }

  @Test
  void readsRadicalsAndDottedCharactersAsTheCharactersTheyLookLike() {
    CleanText clean = CleanText.of("\u2f64\u0323\u2f24，樂");
    assertThat(clean.text()).isEqualTo("用大，樂");
    assertThat(clean.lookAlikes()).isTrue();
  }

  @Test
  void leavesGreekAndRussianWordsAlone() {
    CleanText clean = CleanText.of("the load factor α is below θ; привет");
    assertThat(clean.text()).isEqualTo("the load factor α is below θ; привет");
    assertThat(clean.lookAlikes()).isFalse();
  }

  @Test
  void readsTagsAndLoneSurrogatesAsNothing() {
    String tags = new String(Character.toChars(0xE0041)).repeat(10);
    CleanText clean = CleanText.of("x" + tags + " y\ud800");
    assertThat(clean.text()).isEqualTo("x y");
    assertThat(clean.hidden()).isTrue();
  }

  @Test
  void foldsLineEndingsAndControls() {
    assertThat(CleanText.of("a\tb\r\nc\u0000d\u2028e").text()).isEqualTo("a b\n\nc d\ne");
  }
}
