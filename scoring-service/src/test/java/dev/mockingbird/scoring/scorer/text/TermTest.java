package dev.mockingbird.scoring.scorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermTest {

  @Test
  void meetsAWordInAnotherForm() {
    assertThat(Term.keys("indexes threads JVMs")).isEqualTo(Term.keys("index thread JVM"));
  }

  @Test
  void takesNoAbbreviationForMoreThanOne() {
    assertThat(Term.keys("HTTPS https")).hasSize(1).doesNotContainAnyElementsOf(Term.keys("HTTP"));
  }
}
