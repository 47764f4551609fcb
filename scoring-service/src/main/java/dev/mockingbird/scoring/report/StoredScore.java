package dev.mockingbird.scoring.report;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import java.util.ArrayList;
import java.util.List;

/// What one version of a scorer found of one answer.
///
/// @param key names answer and scorer
/// @param failed the scorer could not do its work; it may yet, when the answer is driven through it
///   again
record StoredScore(String key, boolean failed, StoredFact fact) {

  static StoredScore of(EventEnvelope<?> envelope, ScoreEvent score) {
    String key =
        "%d/%d/%s/%s/%s"
            .formatted(
                score.answer().question(),
                score.answer().attempt(),
                score.scorer().name(),
                score.scorer().version(),
                score.scorer().calibration());
    return new StoredScore(key, score.failed(), StoredFact.of(envelope));
  }

  /// One for each key, in the order in which they first came. Only a failure gives way, and only to
  /// a success.
  ///
  /// @return the same list when nothing changes
  List<StoredScore> addedTo(List<StoredScore> scores) {
    for (int i = 0; i < scores.size(); i++) {
      if (scores.get(i).key().equals(key)) {
        if (failed || !scores.get(i).failed()) {
          return scores;
        }
        List<StoredScore> replaced = new ArrayList<>(scores);
        replaced.set(i, this);
        return List.copyOf(replaced);
      }
    }
    List<StoredScore> more = new ArrayList<>(scores);
    more.add(this);
    return List.copyOf(more);
  }
}
