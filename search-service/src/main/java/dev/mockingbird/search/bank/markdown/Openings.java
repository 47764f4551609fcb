package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each piece of a file opens, while it is being worked out: one step after the other adds to
/// it. Nobody but [Structure] hands it on.
final class Openings {

  private final List<Piece> pieces;
  private final List<@Nullable Reason> chrome;
  private final Ranked main;
  private final boolean insists;
  private final Kind[] opens;
  private final String[] shapes;

  /// Whether a row stands in a table that asks.
  private final boolean[] asking;

  /// Pieces that look like a question or a topic and go on with an answer.
  private final BitSet answering = new BitSet();

  private final Map<Integer, Fold> bySummary;

  enum Kind {
    NOTHING,
    TOPIC,
    QUESTION,
    /// What stands from here on belongs to no question.
    ASIDE,
    REQUIREMENT
  }

  /// Nothing yet.
  ///
  /// @param chrome by piece: why it belongs to nothing that is asked, if it does not
  /// @param main the shape that holds most of the questions
  /// @param insists somebody said that it does, against what speaks for another
  Openings(
      List<Piece> pieces,
      List<@Nullable Reason> chrome,
      Ranked main,
      boolean insists,
      List<Fold> folds) {
    this.insists = insists;
    this.pieces = pieces;
    this.chrome = chrome;
    this.main = main;
    this.opens = new Kind[pieces.size()];
    this.shapes = new String[pieces.size()];
    this.asking = new boolean[pieces.size()];
    this.bySummary = Fold.bySummary(folds);
    Arrays.fill(opens, Kind.NOTHING);
    Arrays.fill(shapes, "");
    boolean asks = false;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).is(Piece.Kind.ROW) && pieces.get(i).level() == 1) {
        asks = Table.questionColumn(pieces, i).isPresent();
      }
      asking[i] = asks;
    }
  }

  int size() {
    return pieces.size();
  }

  Piece piece(int index) {
    return pieces.get(index);
  }

  List<Piece> pieces(int from, int to) {
    return pieces.subList(from, to);
  }

  boolean isChrome(int index) {
    return chrome.get(index) != null;
  }

  List<@Nullable Reason> chrome(int from, int to) {
    return chrome.subList(from, to);
  }

  void leaveOut(int index, Reason reason) {
    chrome.set(index, reason);
  }

  boolean insists() {
    return insists;
  }

  Ranked main() {
    return main;
  }

  Kind opens(int index) {
    return opens[index];
  }

  boolean opens(int index, Kind kind) {
    return opens[index] == kind;
  }

  void open(int index, Kind kind) {
    opens[index] = kind;
  }

  /// @param shape by which the question was found
  void start(int index, String shape) {
    opens[index] = Kind.QUESTION;
    shapes[index] = shape;
  }

  String shape(int index) {
    return shapes[index];
  }

  void goOnWithAnAnswer(int index) {
    opens[index] = Kind.NOTHING;
    answering.set(index);
  }

  boolean answers(int index) {
    return answering.get(index);
  }

  private boolean asksInRow(int index) {
    return pieces.get(index).level() == 0 && asking[index];
  }

  /// Whether a piece is written like this and may be a question as such.
  boolean mayStart(int index, String shape) {
    Piece piece = pieces.get(index);
    return !isChrome(index)
        && Shape.of(piece).contains(shape)
        && (piece.is(Piece.Kind.ROW) ? asksInRow(index) : Shapes.mayBeQuestion(piece, shape));
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
    Fold fold = start.is(Piece.Kind.SUMMARY) ? bySummary.get(start.line()) : null;
    return fold != null && piece.line() > fold.lines().to();
  }
}
