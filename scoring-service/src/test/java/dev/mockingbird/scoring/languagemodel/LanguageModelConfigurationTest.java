package dev.mockingbird.scoring.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.scoring.agreement.CalibratedScorer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class LanguageModelConfigurationTest {

  private static final String KEY = "sk-very-secret-4711";

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withUserConfiguration(LanguageModelConfiguration.class)
          .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
          .withBean(
              CalibratedScorer.class,
              () ->
                  CalibratedScorer.shipped(
                      new Scorer("alignment", "2", "team-0a1b2c3d"), _ -> Asked.OFFLINE));

  @Test
  void isOffByDefault() {
    service.run(context -> assertThat(context).doesNotHaveBean(SecondOpinion.class));
    with("MOCKINGBIRD_LANGUAGE_MODEL_URL", " ")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SecondOpinion.class));
  }

  @Test
  void isSwitchedOnByThreeVariablesAndSaysWhereTextsGo(CapturedOutput output) {
    with(
            "MOCKINGBIRD_LANGUAGE_MODEL_URL",
            "https://models.example.org/v1?api-key=" + KEY,
            "MOCKINGBIRD_LANGUAGE_MODEL_MODEL",
            "tiny",
            "MOCKINGBIRD_LANGUAGE_MODEL_KEY",
            KEY)
        .run(
            context -> {
              LanguageModelSettings settings = context.getBean(LanguageModelSettings.class);
              assertThat(settings.key()).isEqualTo(KEY);
              assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(20));
              assertThat(settings.concurrency()).isEqualTo(4);
              assertThat(settings.mostTokens()).isEqualTo(4096);
              assertThat(settings).asString().isEqualTo("tiny at https://models.example.org/v1");
              assertThat(context.getBean(SecondOpinion.class).scorer())
                  .isEqualTo(new Scorer("language-model", "tiny/1", "team-0a1b2c3d"));
            });
    assertThat(output)
        .contains("are sent to tiny at https://models.example.org/v1 for a second opinion")
        .doesNotContain(KEY);
  }

  @Test
  void takesTheOthersFromVariablesToo() {
    with(
            "MOCKINGBIRD_LANGUAGE_MODEL_URL", "https://models.example.org/v1",
            "MOCKINGBIRD_LANGUAGE_MODEL_MODEL", "tiny",
            "MOCKINGBIRD_LANGUAGE_MODEL_DEADLINE", "30s",
            "MOCKINGBIRD_LANGUAGE_MODEL_CONCURRENCY", "2",
            "MOCKINGBIRD_LANGUAGE_MODEL_MOST_TOKENS", "900")
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .run(
            context ->
                assertThat(context.getBean(LanguageModelSettings.class))
                    .returns(Duration.ofSeconds(30), LanguageModelSettings::deadline)
                    .returns(2, LanguageModelSettings::concurrency)
                    .returns(900, LanguageModelSettings::mostTokens));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:11434/v1, http://localhost:11434/v1/chat/completions",
    "http://localhost:11434/v1/, http://localhost:11434/v1/chat/completions",
    "https://h/v1/chat/completions, https://h/v1/chat/completions",
    "https://h, https://h/chat/completions",
    "https://h/a%20b?version=1, https://h/a%20b/chat/completions?version=1"
  })
  void findsTheChatCompletions(String url, String completions) {
    assertThat(Asked.settings(url, Duration.ofSeconds(1), 1).completions())
        .hasToString(completions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url=ftp://h/v1",
        "url=h/v1",
        "url=https:///v1",
        "url=https://someone:sk-very-secret-4711@h/v1",
        "model=",
        "key=sk-very-secret-4711 and more",
        "key=sk-very-secret-4711\u4e2d",
        "deadline=0s",
        "concurrency=0",
        "most-tokens=0"
      })
  void refusesToStartHalfConfiguredWithoutSayingTheKey(String wrong, CapturedOutput output) {
    service
        .withPropertyValues(
            "mockingbird.language-model.url=https://h/v1",
            "mockingbird.language-model.model=tiny",
            "mockingbird.language-model." + wrong)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("mockingbird.language-model")
                    .hasMessageNotContaining(KEY));
    assertThat(output).doesNotContain(KEY);
  }

  private ApplicationContextRunner with(String... variables) {
    Map<String, Object> environment = new java.util.HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return service.withInitializer(
        context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(
                    new SystemEnvironmentPropertySource("test-systemEnvironment", environment)));
  }
}
