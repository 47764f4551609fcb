package dev.mockingbird.scoring.model;

import dev.mockingbird.scoring.scorer.AlignmentScorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The scorer with its models. Without one of them the service starts all the same: answers in that
/// language are told as not scored, and can be scored again.
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

  @Bean
  Encoders encoders() {
    return Encoders.load();
  }

  @Bean
  AlignmentScorer alignmentScorer(Encoders encoders) {
    AlignmentScorer scorer = new AlignmentScorer(encoders.byLanguage());
    Rehearsal.of(scorer);
    return scorer;
  }
}
