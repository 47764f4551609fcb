package dev.mockingbird.search.bank.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadRefusedTest {

  @ParameterizedTest
  @EnumSource
  void saysWhyAndWhatToDoInBothLanguages(UploadRefused.Code code) {
    for (Language language : Language.values()) {
      Sentences sentences = Sentences.in(language);
      UploadRefused refused = new UploadRefused(code, "one", "two", "three");

      assertThat(sentences.of(refused.because())).isNotBlank().doesNotContain("{");
      assertThat(sentences.of(refused.fix())).isNotBlank().doesNotContain("{");
    }
  }
}
