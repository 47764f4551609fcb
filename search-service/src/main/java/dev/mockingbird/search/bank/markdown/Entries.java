package dev.mockingbird.search.bank.markdown;

import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// A list entry taken apart: its first paragraph or heading is the title, the rest its content.
final class Entries {

  private Entries() {}

  /// Empty for an entry without words, such as a lone `16.`.
  static String title(Piece.Entry entry) {
    return switch (entry.node().getFirstChild()) {
      case Paragraph paragraph -> Outline.plain(paragraph);
      case Heading heading -> Outline.plain(heading);
      case null -> "";
      default -> "";
    };
  }

  static List<Node> content(Piece.Entry entry) {
    return Outline.children(entry.node()).skip(1).toList();
  }

  /// A list all of whose entries are empty: somebody meant to write an answer.
  static boolean isEmptyList(Node node) {
    return node instanceof ListBlock
        && Outline.children(node).allMatch(item -> item.getFirstChild() == null);
  }
}
