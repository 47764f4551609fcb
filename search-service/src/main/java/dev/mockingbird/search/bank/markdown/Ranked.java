package dev.mockingbird.search.bank.markdown;

/// A shape and what speaks for it.
///
/// @param starts how many pieces have it
/// @param asking how many of them ask
/// @param titled the heading is a title, the words below it ask
record Ranked(
    String shape,
    double score,
    int starts,
    int asking,
    double sequence,
    boolean titled,
    int first) {

  double askRatio() {
    return starts == 0 ? 0 : (double) asking / starts;
  }
}
