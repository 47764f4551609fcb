package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.Surface;

/// One key point laid beside the answer.
///
/// @param nearest for each token of the key point, the answer's most similar one
/// @param has whether the answer has each term of the key point word for word
/// @param named the things of the key point that the answer names
/// @param runs how many of the key point's own runs of characters the answer has; `pieces` likewise
record Alignment(
    EncodedKeyPoint keyPoint,
    Nearest nearest,
    boolean[] has,
    Items.Named named,
    int runs,
    int pieces) {

  static Alignment of(
      EncodedKeyPoint keyPoint, EncodedText answer, Surface surface, Items.Named named) {
    boolean[] has = new boolean[keyPoint.terms().size()];
    for (int i = 0; i < has.length; i++) {
      has[i] = surface.terms().contains(keyPoint.terms().get(i).key());
    }
    return new Alignment(
        keyPoint,
        Nearest.of(keyPoint.encoded().vectors(), answer.vectors()),
        has,
        named,
        (int) keyPoint.runs().stream().filter(surface.runs()::contains).count(),
        (int) keyPoint.pieces().stream().filter(surface.pieces()::contains).count());
  }
}
