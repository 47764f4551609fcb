package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import java.util.List;

/// What a good answer says, made ready once for every answer to the question.
record EncodedReference(EncodedQuestion question, List<EncodedKeyPoint> points, Items items) {

  static EncodedReference of(
      EncodedQuestion question, List<KeyPoint> points, TokenEncoder encoder, float[] center) {
    return new EncodedReference(
        question,
        points.stream().map(it -> EncodedKeyPoint.of(it, question, encoder, center)).toList(),
        Items.of(question, points));
  }
}
