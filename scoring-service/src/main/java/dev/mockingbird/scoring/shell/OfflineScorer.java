package dev.mockingbird.scoring.shell;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.model.OnnxEncoder;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The scorer with its models, without a server.
final class OfflineScorer {

  private OfflineScorer() {}

  static AlignmentScorer load() {
    CompletableFuture<OnnxEncoder> english = CompletableFuture.supplyAsync(OnnxEncoder::english);
    OnnxEncoder chinese = OnnxEncoder.chinese();
    return new AlignmentScorer(Map.of(Language.ENGLISH, english.join(), Language.CHINESE, chinese));
  }
}
