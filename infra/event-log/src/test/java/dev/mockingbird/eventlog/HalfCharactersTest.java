package dev.mockingbird.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfCharactersTest {

  @Test
  void whatIsWholeStaysAsItIs() {
    String whole = "{\"text\":\"追加写 🙂\"}";

    assertThat(HalfCharacters.escape(whole)).isSameAs(whole);
  }

  @Test
  void halfACharacterIsEscapedWhereverItIs() {
    assertThat(HalfCharacters.escape("\"\ud83d\"")).isEqualTo("\"\\ud83d\"");
    assertThat(HalfCharacters.escape("\"a\ude42🙂\ud83d\ud83d\"b"))
        .isEqualTo("\"a\\ude42🙂\\ud83d\\ud83d\"b");
    assertThat(HalfCharacters.escape("\ud83d")).isEqualTo("\\ud83d");
  }
}
