package dev.mockingbird.scoring.scorer.opposition;

import java.util.Set;

/// How often something is turned round between a key point and a clause: an even number of turns
/// says the same again.
///
/// @param denials what one of them denies and the other does not
/// @param opposites opposite words that stand in the same place
/// @param anywhere opposite words, wherever they stand
/// @param swaps whether the sides of a comparison are exchanged
/// @param at what is turned round, as indices of the key point's words
record Turns(int denials, int opposites, int anywhere, int swaps, Set<Integer> at) {

  /// @param related one thing follows from the other, so that every opposite counts
  boolean odd(boolean related) {
    return (denials + opposites + swaps) % 2 == 1
        && (!related || (denials + anywhere + swaps) % 2 == 1);
  }

  Opposition.Kind kind() {
    return opposites + swaps > 0 ? Opposition.Kind.CONTRADICTION : Opposition.Kind.NEGATION;
  }
}
