package dev.mockingbird.search.bank.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {

  private static final String BUNDLE = "dev.mockingbird.search.bank.reading.sentences";

  @ParameterizedTest
  @EnumSource
  void everyWarningIsSaidWithItsFixInBothLanguages(ImportWarning.Code code) {
    for (Language language : Language.values()) {
      Sentences sentences = Sentences.in(language);
      ImportWarning warning = ImportWarning.of(7, code, "one", "two");

      assertThat(sentences.of(warning)).isNotBlank().doesNotContain("{");
      assertThat(sentences.fix(warning)).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(keys(Locale.CHINESE)).isEqualTo(keys(Locale.ROOT));
  }

  private static Set<String> keys(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale).keySet();
  }
}
