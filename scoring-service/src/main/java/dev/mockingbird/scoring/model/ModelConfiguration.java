package dev.mockingbird.scoring.model;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The scorer with its models; the service does not start without them.
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

  @Bean
  OnnxEncoder englishEncoder() {
    return OnnxEncoder.english();
  }

  @Bean
  OnnxEncoder chineseEncoder() {
    return OnnxEncoder.chinese();
  }

  @Bean
  AlignmentScorer alignmentScorer(OnnxEncoder englishEncoder, OnnxEncoder chineseEncoder) {
    return new AlignmentScorer(
        Map.of(Language.ENGLISH, englishEncoder, Language.CHINESE, chineseEncoder));
  }
}
