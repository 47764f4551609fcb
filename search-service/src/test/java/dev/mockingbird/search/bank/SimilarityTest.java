package dev.mockingbird.search.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimilarityTest {

  @Test
  void ignoresCaseSpacingAndPunctuation() {
    assertThat(Similarity.alike("What is Redis？", "what is  REDIS")).isEqualTo(1);
    assertThat(Similarity.alike("", "")).isZero();
    assertThat(Similarity.alike("锁", "闩")).isZero();
  }

  @Test
  void findsWorthSayingWhatIsSaidInOtherWords() {
    assertThat(Similarity.alike("如何解决缓存穿透？", "缓存穿透怎么解决？")).isGreaterThanOrEqualTo(0.5);
    assertThat(
            Similarity.alike("What is a closure in JavaScript?", "What are JavaScript closures?"))
        .isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void keepsApartWhatOnlyBeginsAlike() {
    assertThat(Similarity.alike("什么是进程？", "什么是索引下推优化？")).isLessThan(0.5);
    assertThat(Similarity.alike("C", "C++ 的虚函数")).isLessThan(0.5);
  }

  @Test
  void looksThroughCaseSpacingAndNumbering() {
    assertThat(Similarity.bare("3. What is  a LOCK？")).isEqualTo(Similarity.bare("what is a lock"));
    assertThat(Similarity.bare("？？")).isEqualTo("??");
  }

  @Test
  void countsATypoInAShortWording() {
    assertThat(Similarity.between("gil", "gli")).isGreaterThan(0.6);
    assertThat(Similarity.between("锁", "琐")).isEqualTo(0.5);
    assertThat(Similarity.between("锁", "死锁的四个条件")).isLessThan(0.5);
  }

  @Test
  void tellsWordingsApartThatShareATemplate() {
    assertThat(Similarity.between("whatispolymorphism", "whatisencapsulation")).isLessThan(0.5);
  }

  @Test
  void tellsLanguagesApartThatDifferByASign() {
    assertThat(Similarity.bare("C#")).isNotEqualTo(Similarity.bare("C"));
    assertThat(Similarity.bare("C++")).isNotEqualTo(Similarity.bare("C"));
  }
}
