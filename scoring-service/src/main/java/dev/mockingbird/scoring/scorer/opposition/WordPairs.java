package dev.mockingbird.scoring.scorer.opposition;

import java.util.Arrays;
import java.util.List;

/// The words of a key point's statement beside those of one of an answer.
///
/// @param like of each word of the key point to each of the other, 0 to 1
record WordPairs(Statement wanted, Statement own, double[][] like) {

  static WordPairs of(Statement wanted, Statement own) {
    double[][] like = new double[wanted.words().size()][own.words().size()];
    for (int i = 0; i < like.length; i++) {
      for (int j = 0; j < like[i].length; j++) {
        like[i][j] = wanted.words().get(i).like(own.words().get(j));
      }
    }
    return new WordPairs(wanted, own, like);
  }

  /// The other has a word that is at least so like that of the key point.
  boolean has(int ofWanted, double least) {
    return Arrays.stream(like[ofWanted]).anyMatch(it -> it >= least);
  }

  double bestOf(int ofOwn) {
    double best = 0;
    for (double[] row : like) {
      best = Math.max(best, row[ofOwn]);
    }
    return best;
  }

  /// Some word of the key point is like some of the other.
  boolean alike(List<Integer> ofWanted, List<Integer> ofOwn) {
    return ofWanted.stream()
        .anyMatch(i -> ofOwn.stream().anyMatch(j -> like[i][j] >= Statement.SAME));
  }
}
