package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each piece of a file opens, while it is being worked out: one step after the other adds to
/// it. Nobody but [Structure] hands it on.
///
/// @param shapes the shape by which a question was found
/// @param asking whether a row stands in a table that asks
/// @param answering pieces that look like a question or a topic and go on with an answer
/// @param foldEnds by line of a summary: the last line of its fold
record Openings(
    List<Piece> pieces,
    List<@Nullable Reason> chrome,
    Ranked main,
    Kind[] opens,
    String[] shapes,
    boolean[] asking,
    BitSet answering,
    Map<Integer, Integer> foldEnds) {

  enum Kind {
    NOTHING,
    TOPIC,
    QUESTION,
    /// What stands from here on belongs to no question.
    ASIDE,
    REQUIREMENT
  }

  static Openings none(
      List<Piece> pieces, List<@Nullable Reason> chrome, Ranked main, List<Fold> folds) {
    Kind[] opens = new Kind[pieces.size()];
    String[] shapes = new String[pieces.size()];
    boolean[] asking = new boolean[pieces.size()];
    Arrays.fill(opens, Kind.NOTHING);
    Arrays.fill(shapes, "");
    boolean asks = false;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).is(Piece.Kind.ROW) && pieces.get(i).level() == 1) {
        asks = Table.questionColumn(pieces, i).isPresent();
      }
      asking[i] = asks;
    }
    Map<Integer, Integer> foldEnds = new HashMap<>();
    for (Fold fold : folds) {
      for (int line = fold.summary().from(); line <= fold.summary().to(); line++) {
        foldEnds.putIfAbsent(line, fold.lines().to());
      }
    }
    return new Openings(pieces, chrome, main, opens, shapes, asking, new BitSet(), foldEnds);
  }

  void start(int index, String shape) {
    opens[index] = Kind.QUESTION;
    shapes[index] = shape;
  }

  void goOnWithAnAnswer(int index) {
    opens[index] = Kind.NOTHING;
    answering.set(index);
  }

  boolean asksInRow(int index) {
    Piece piece = pieces.get(index);
    return piece.is(Piece.Kind.ROW) && piece.level() == 0 && asking[index];
  }

  boolean headings() {
    return main.shape().startsWith("heading-");
  }

  /// Of the headings that ask; below all headings when others ask.
  int level() {
    return headings() ? main.shape().charAt(8) - '0' : 7;
  }

  /// Whether a piece stands behind the fold that a summary opens.
  boolean leaves(Piece start, Piece piece) {
    return start.is(Piece.Kind.SUMMARY)
        && piece.line() > foldEnds.getOrDefault(start.line(), Integer.MAX_VALUE);
  }
}
