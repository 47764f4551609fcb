package dev.mockingbird.scoring.scorer.opposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import org.junit.jupiter.api.Test;

class OppositesTest {

  private static final Opposites ENGLISH = Opposites.of(Language.ENGLISH);
  private static final Opposites CHINESE = Opposites.of(Language.CHINESE);

  @Test
  void knowsAWordInItsForms() {
    assertThat(ENGLISH.opposed("higher", "low")).isTrue();
    assertThat(ENGLISH.opposed("decreasing", "increases")).isTrue();
    assertThat(ENGLISH.opposed("bigger", "smallest")).isTrue();
    assertThat(ENGLISH.opposed("easier", "hard")).isTrue();
    assertThat(ENGLISH.opposed("higher", "highest")).isFalse();
    assertThat(ENGLISH.same("higher", "highest")).isTrue();
  }

  @Test
  void findsTheLongestChineseWord() {
    assertThat(CHINESE.in("扩大共享范围")).extracting(Opposites.Found::word).containsExactly("扩大", "共享");
    assertThat(CHINESE.in("大小为多路")).isEmpty();
  }

  @Test
  void tellsSomeWordsApartOnlyWhereAllElseIsTheSame() {
    assertThat(ENGLISH.opposed("clients", "server")).isFalse();
    assertThat(ENGLISH.apart("clients", "server")).isTrue();
    assertThat(ENGLISH.apart("fast", "slow")).isTrue();
  }
}
