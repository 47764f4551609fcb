package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// One step of the outline. A list is not a piece but each of its entries is: lists that were torn
/// apart by an un-indented answer then read like the one list they were meant to be.
sealed interface Piece {

  Lines lines();

  Node node();

  record Heading(Lines lines, Node node, int level, String text) implements Piece {}

  /// @param number as typed; absent for a bullet
  /// @param opensList it is the first of its list
  /// @param indent column where its content starts
  record Entry(Lines lines, Node node, @Nullable Integer number, boolean opensList, int indent)
      implements Piece {}

  record Block(Lines lines, Node node) implements Piece {}
}
