package dev.mockingbird.scoring.scorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import org.junit.jupiter.api.Test;

class DemandTest {

  @Test
  void hearsWhatAChineseQuestionAsksFor() {
    assertThat(chinese("Redis 有哪些数据类型？", 200)).isEqualTo(Demand.RECALL);
    assertThat(chinese("线程池可分为什么类型？", 200)).isEqualTo(Demand.RECALL);
    assertThat(chinese("HashMap 的默认容量是多少？", 10)).isEqualTo(Demand.RECALL);
    assertThat(chinese("为什么 Redis 是单线程的？", 10)).isEqualTo(Demand.EXPLANATION);
    assertThat(chinese("简述 B+ 树有哪些特点", 200)).isEqualTo(Demand.EXPLANATION);
    assertThat(chinese("什么是事务", 300)).isEqualTo(Demand.EXPLANATION);
  }

  @Test
  void tellsNothingApartInEnglish() {
    assertThat(Demand.of("Name the isolation levels.", 20, Language.ENGLISH))
        .isEqualTo(Demand.EXPLANATION);
  }

  private static Demand chinese(String question, int referenceLength) {
    return Demand.of(question, referenceLength, Language.CHINESE);
  }
}
