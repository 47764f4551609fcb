package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A CommonMark parse, flattened to the pieces of its top level.
final class Outline {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private Outline() {}

  static List<Piece> of(SourceText source) {
    List<Piece> pieces = new ArrayList<>();
    children(PARSER.parse(source.text()))
        .forEach(
            block -> {
              switch (block) {
                case org.commonmark.node.Heading heading ->
                    pieces.add(
                        new Piece.Heading(
                            lines(heading), heading, heading.getLevel(), plain(heading)));
                case org.commonmark.node.ListBlock list -> pieces.addAll(entries(list));
                default -> pieces.add(new Piece.Block(lines(block), block));
              }
            });
    return pieces;
  }

  static Stream<Node> children(Node parent) {
    return Stream.iterate(parent.getFirstChild(), child -> child != null, Node::getNext);
  }

  static Stream<Node> descendants(Node parent) {
    return children(parent).flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
  }

  /// An empty list entry has no lines in some parses; it then stands where its parent stands.
  static Lines lines(Node block) {
    var spans = block.getSourceSpans();
    if (spans.isEmpty()) {
      Node parent = block.getParent();
      return parent == null ? new Lines(1, 1) : lines(parent);
    }
    return new Lines(spans.getFirst().getLineIndex() + 1, spans.getLast().getLineIndex() + 1);
  }

  /// The words of a block without their markup; a line break is a space.
  static String plain(Node node) {
    StringBuilder text = new StringBuilder();
    descendants(node)
        .forEach(
            inline -> {
              switch (inline) {
                case Text it -> text.append(it.getLiteral());
                case Code it -> text.append(it.getLiteral());
                case SoftLineBreak _ -> text.append(' ');
                case org.commonmark.node.HardLineBreak _ -> text.append(' ');
                case HtmlInline _ -> {}
                default -> {}
              }
            });
    return text.toString().strip();
  }

  static Stream<String> links(Node node) {
    return descendants(node)
        .filter(Link.class::isInstance)
        .map(Link.class::cast)
        .map(Link::getDestination);
  }

  private static List<Piece> entries(org.commonmark.node.ListBlock list) {
    Integer first = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
    List<Piece> entries = new ArrayList<>();
    for (Node child : children(list).toList()) {
      ListItem item = (ListItem) child;
      Integer indent = item.getContentIndent();
      entries.add(
          new Piece.Entry(
              lines(item),
              item,
              first == null ? null : first + entries.size(),
              entries.isEmpty(),
              indent == null ? 0 : indent));
    }
    return entries;
  }
}
