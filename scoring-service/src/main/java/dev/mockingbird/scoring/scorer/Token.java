package dev.mockingbird.scoring.scorer;

/// A piece of a text as a model sees it.
///
/// @param id in the model's vocabulary
/// @param from UTF-16 offset into the text, `to` exclusive
/// @param rarity 0 (in every sentence) to 1 (hardly ever), as the vocabulary knows
/// @param continues belongs to the same word as the piece before
public record Token(int id, int from, int to, float rarity, boolean continues) {

  Token shifted(int by) {
    return new Token(id, from + by, to + by, rarity, continues);
  }
}
