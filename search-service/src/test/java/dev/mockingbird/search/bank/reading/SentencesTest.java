package dev.mockingbird.search.bank.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /// A sentence is named as a whole where it is said, or by its family and its own word, which may
  /// be a code, a role or one of a pattern.
  @Test
  void nothingIsSaidThatNobodySays() throws IOException {
    String code = code();

    assertThat(keys(Locale.ROOT)).allMatch(key -> isSaid(key, code));
  }

  private static boolean isSaid(String key, String code) {
    String name = key.startsWith("reason.") ? key.substring("reason.".length()) : key;
    String own = name.replaceFirst("\\.fix$", "");
    String family = own.replaceFirst("\\..*", ".");
    String word = own.substring(own.indexOf('.') + 1);
    return code.contains('"' + name + '"')
        || code.contains('"' + family + '"')
            && Pattern.compile(
                    "[\"|(]%s[\"|)]|\\b%s\\b"
                        .formatted(
                            Pattern.quote(word), word.replace('-', '_').toUpperCase(Locale.ROOT)))
                .matcher(code)
                .find();
  }

  private static String code() throws IOException {
    try (Stream<Path> files =
        Files.find(Path.of("src/main/java"), 99, (file, _) -> file.toString().endsWith(".java"))) {
      StringBuilder code = new StringBuilder();
      for (Path file : (Iterable<Path>) files::iterator) {
        code.append(Files.readString(file));
      }
      return code.toString();
    }
  }

  private static Set<String> keys(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale).keySet();
  }
}
