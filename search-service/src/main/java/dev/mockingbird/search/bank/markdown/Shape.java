package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.HtmlBlock;

/// The kind of block that holds the questions of one file.
sealed interface Shape {

  String name();

  Reason reason();

  record HeadingPerQuestion(int level, Reason reason) implements Shape {
    @Override
    public String name() {
      return "heading-" + level;
    }
  }

  record EntryPerQuestion(Reason reason) implements Shape {
    @Override
    public String name() {
      return "list-item";
    }
  }

  /// Most headings of the deepest level that has any asking ones must ask, or carry metadata.
  static Shape of(List<Piece> outline) {
    for (int level = 6; level >= 1; level--) {
      int wanted = level;
      int[] headings =
          IntStream.range(0, outline.size())
              .filter(i -> outline.get(i) instanceof Piece.Heading it && it.level() == wanted)
              .toArray();
      long asking = IntStream.of(headings).filter(i -> holdsQuestion(outline, i)).count();
      if (asking > 0 && asking * 2 >= headings.length) {
        return new HeadingPerQuestion(
            level, Reason.of("shape.headings-ask", asking, headings.length, level));
      }
    }
    return new EntryPerQuestion(Reason.of("shape.entries"));
  }

  private static boolean holdsQuestion(List<Piece> outline, int index) {
    return (outline.get(index) instanceof Piece.Heading heading && Wording.asks(heading.text()))
        || (index + 1 < outline.size()
            && outline.get(index + 1).node() instanceof HtmlBlock comment
            && comment.getLiteral().contains("key:"));
  }
}
