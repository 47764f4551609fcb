package dev.mockingbird.scoring.model;

/// How rare a piece of the vocabulary is, 0 to 1.
interface Rarity {

  /// First id of a whole word in BERT's English vocabulary.
  int FIRST_ENGLISH_WORD = 1996;

  float of(int id);

  /// BERT's English vocabulary is sorted by how often a word occurs, so that its logarithm stands
  /// in for the inverse document frequency.
  static Rarity byRank(int vocabularySize) {
    double rarest = Math.log(vocabularySize - FIRST_ENGLISH_WORD);
    return id ->
        id < FIRST_ENGLISH_WORD
            ? 0.2f
            : (float) Math.max(0.2, Math.log(id - FIRST_ENGLISH_WORD + 1.0) / rarest);
  }

  /// BERT's Chinese vocabulary is sorted by code point, which says nothing.
  static Rarity unknown() {
    return id -> 1;
  }
}
