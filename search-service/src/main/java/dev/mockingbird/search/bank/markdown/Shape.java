package dev.mockingbird.search.bank.markdown;

import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.HtmlBlock;

/// The kind of block that holds the questions of one file.
sealed interface Shape {

  String because();

  record HeadingPerQuestion(int level, String because) implements Shape {}

  record EntryPerQuestion(String because) implements Shape {}

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
            level,
            "%d of %d headings of level %d ask something or carry metadata"
                .formatted(asking, headings.length, level));
      }
    }
    return new EntryPerQuestion("no level of headings asks; the entries of lists do");
  }

  private static boolean holdsQuestion(List<Piece> outline, int index) {
    return (outline.get(index) instanceof Piece.Heading heading && Wording.asks(heading.text()))
        || (index + 1 < outline.size()
            && outline.get(index + 1).node() instanceof HtmlBlock comment
            && comment.getLiteral().contains("key:"));
  }
}
