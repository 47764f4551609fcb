package dev.mockingbird.scoring.languagemodel;

import dev.mockingbird.scoring.agreement.CalibratedScorer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@WhereALanguageModelIsSet
@EnableConfigurationProperties(LanguageModelSettings.class)
class LanguageModelConfiguration {

  private static final Logger log = LoggerFactory.getLogger(LanguageModelConfiguration.class);
  private static final Duration BEFORE_A_SECOND_TRY = Duration.ofMillis(500);
  private static final Duration LEFT_ALONE_FOR = Duration.ofSeconds(30);

  @Bean
  SecondOpinion secondOpinion(
      LanguageModelSettings settings, CalibratedScorer offline, MeterRegistry meters) {
    log.info(
        "Questions, key points and answers are sent to {} for a second opinion; no names, no ids",
        settings);
    return new SecondOpinion(
        settings.modelName(),
        offline.name().calibration(),
        offline,
        new LanguageModel(
            new ChatCompletions(settings, BEFORE_A_SECOND_TRY),
            settings.deadline(),
            settings.concurrency(),
            LEFT_ALONE_FOR),
        meters);
  }
}
