package dev.mockingbird.scoring.scorer.opposition;

import java.util.List;

/// What a model makes of a text.
public interface TextVectors {

  /// @param from UTF-16 offset into the text, `to` exclusive
  Stretch stretch(int from, int to);

  /// A part of the text.
  ///
  /// @param vectors one of unit length for each token that reaches into it
  /// @param rarity of the rarest of them, 0 to 1; 0 without any
  record Stretch(List<float[]> vectors, float rarity) {}
}
