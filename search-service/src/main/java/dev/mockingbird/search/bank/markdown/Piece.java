package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import java.util.regex.Pattern;

/// The smallest part of a list that can be a question, a topic or a part of an answer: a heading,
/// the first line of a list entry, a line of a paragraph, a fence, a row of a table. In the order
/// of the file, and flat: lists that were torn apart by an un-indented answer read like the one
/// list they were meant to be.
///
/// @param level of a heading; 0 for everything else
/// @param lists how many list entries it stands in, its own included
/// @param quotes how many block quotes it stands in
/// @param fold the innermost fold around it, or -1
/// @param indent columns to take away to get Markdown of its own
/// @param continued it goes on with the paragraph or quote before it
/// @param markdown its text, without the marker of its list
record Piece(
    Lines lines,
    Kind kind,
    int level,
    int lists,
    int quotes,
    int fold,
    int indent,
    boolean continued,
    String markdown,
    Said said) {

  private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
  private static final Pattern SHOWS =
      Pattern.compile("<(?:img|video|iframe|svg)\\b", Pattern.CASE_INSENSITIVE);

  enum Kind {
    HEADING,
    /// The first line of an entry of a list with bullets.
    BULLET,
    /// The first line of an entry of a list with numbers.
    NUMBER,
    TEXT,
    SUMMARY,
    CODE,
    ROW,
    HTML,
    COMMENT,
    RULE;

    boolean isEntry() {
      return this == BULLET || this == NUMBER;
    }
  }

  Piece at(Lines other) {
    return new Piece(other, kind, level, lists, quotes, fold, indent, continued, markdown, said);
  }

  Piece goingOn() {
    return new Piece(lines, kind, level, lists, quotes, fold, indent, true, markdown, said);
  }

  Piece saying(Said other) {
    return new Piece(lines, kind, level, lists, quotes, fold, indent, continued, markdown, other);
  }

  int line() {
    return lines.from();
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /// Has words that somebody may have written as a question.
  boolean speaks() {
    return switch (kind) {
      case HEADING, BULLET, NUMBER, TEXT, SUMMARY, ROW -> true;
      case CODE, HTML, COMMENT, RULE -> false;
    };
  }

  /// Has words between its tags, or shows something.
  boolean saysInHtml() {
    return kind == Kind.HTML
        && (SHOWS.matcher(markdown).find() || Said.hasWords(TAG.matcher(markdown).replaceAll(" ")));
  }

  /// Stands in no list, quote or fold.
  boolean stands() {
    return lists == 0 && quotes == 0 && fold < 0;
  }
}
