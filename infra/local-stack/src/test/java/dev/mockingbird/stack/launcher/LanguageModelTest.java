package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageModelTest {

  private static final Map<String, String> WHOLE =
      Map.of(
          "MOCKINGBIRD_LANGUAGE_MODEL_URL", "https://h/v1?key=s3cret",
          "MOCKINGBIRD_LANGUAGE_MODEL_MODEL", "tiny",
          "MOCKINGBIRD_LANGUAGE_MODEL_KEY", "s3cret",
          "MOCKINGBIRD_LANGUAGE_MODEL_DEADLINE", "30s");

  @Test
  void isNoneUnlessItIsNamed() {
    LanguageModel none =
        LanguageModel.of(Map.of("MOCKINGBIRD_LANGUAGE_MODEL_URL", " ", "PATH", "/bin"));
    assertThat(none.settings()).isEmpty();
    assertThat(none.problem()).isNull();
  }

  @Test
  void isHandedThroughAndNeverShown() {
    LanguageModel model = LanguageModel.of(WHOLE);
    assertThat(model.settings()).isEqualTo(WHOLE);
    assertThat(model.problem()).isNull();
    assertThat(model).hasToString("tiny");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(LanguageModel.of(Map.of("MOCKINGBIRD_LANGUAGE_MODEL_KEY", "s3cret")).problem())
        .contains("MOCKINGBIRD_LANGUAGE_MODEL_URL as well")
        .doesNotContain("s3cret");
    assertThat(LanguageModel.of(Map.of("MOCKINGBIRD_LANGUAGE_MODEL_URL", "https://h")).problem())
        .contains("MOCKINGBIRD_LANGUAGE_MODEL_MODEL as well");
  }
}
