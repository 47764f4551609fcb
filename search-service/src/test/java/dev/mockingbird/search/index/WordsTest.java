package dev.mockingbird.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void addsTheOtherNumberOfEnglishWords() {
    assertThat(Words.of("Slow query").text()).isEqualTo("slow query slows queries");
    assertThat(Words.of("indices tables").text()).isEqualTo("indices tables indice table");
    assertThat(Words.of("process queries").text()).isEqualTo("process queries processs query");
  }

  @Test
  void countsEachHanCharacterAsAWord() {
    assertThat(Words.of("Redis 持久化").required()).isEqualTo(2);
    assertThat(Words.of("锁").required()).isEqualTo(1);
    assertThat(Words.of("慢查").required()).isEqualTo(2);
  }

  @Test
  void requiresSomethingEvenOfSigns() {
    assertThat(Words.of("???").required()).isEqualTo(1);
  }
}
