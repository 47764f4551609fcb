package dev.mockingbird.scoring.scorer.opposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it is not so",
        "it isn’t",
        "nobody waits",
        "it fails to start",
        "数据不加密",
        "没有锁",
        "无法恢复",
        "并非如此"
      })
  void hearsADenial(String text) {
    assertThat(plain(text)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not only reads",
        "not always so",
        "no matter how",
        "without locks",
        "不同的线程",
        "不仅快",
        "是不是",
        "不一定有序",
        "非常快",
        "避免死锁",
        "非阻塞"
      })
  void hearsNoDenialInWhatOnlyComesNear(String text) {
    assertThat(plain(text)).isZero();
  }

  private static long plain(String text) {
    Language language = text.codePointAt(0) > 0x4e00 ? Language.CHINESE : Language.ENGLISH;
    return Negations.in(text, language).stream().filter(Negations.Negation::plain).count();
  }
}
