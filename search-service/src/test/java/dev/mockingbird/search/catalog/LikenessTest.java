package dev.mockingbird.search.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {

  @Test
  void ignoresCaseSpacingAndPunctuation() {
    assertThat(Likeness.of("What is Redis？", "what is  REDIS")).isEqualTo(1);
    assertThat(Likeness.of("", "")).isZero();
    assertThat(Likeness.of("锁", "闩")).isZero();
  }

  @Test
  void findsWorthSayingWhatIsSaidInOtherWords() {
    assertThat(Likeness.of("如何解决缓存穿透？", "缓存穿透怎么解决？")).isGreaterThanOrEqualTo(Likeness.WORTH_SAYING);
    assertThat(Likeness.of("What is a closure in JavaScript?", "What are JavaScript closures?"))
        .isGreaterThanOrEqualTo(Likeness.WORTH_SAYING);
  }

  @Test
  void keepsApartWhatOnlyBeginsAlike() {
    assertThat(Likeness.of("什么是进程？", "什么是索引下推优化？")).isLessThan(Likeness.WORTH_SAYING);
    assertThat(Likeness.of("C", "C++ 的虚函数")).isLessThan(Likeness.WORTH_SAYING);
  }
}
