package dev.mockingbird.search.bank.markdown;

import static dev.mockingbird.search.bank.reading.ImportWarning.Code.ANSWER_OUTSIDE_LIST;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.EMPTY_ANSWER;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.EMPTY_ITEM;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.UNNUMBERED_QUESTION;

import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/// Finds the questions of one section in the shape of its file: each owns all blocks up to the
/// next.
final class RawItems {

  private final List<ImportWarning> warnings;

  RawItems(List<ImportWarning> warnings) {
    this.warnings = warnings;
  }

  List<RawItem> in(Section section, Shape shape) {
    return switch (shape) {
      case Shape.HeadingPerQuestion(int level, _) -> headings(section, level);
      case Shape.EntryPerQuestion _ -> entries(section);
    };
  }

  private static List<RawItem> headings(Section section, int level) {
    List<RawItem> items = new ArrayList<>();
    for (Piece piece : section.pieces()) {
      if (piece instanceof Piece.Heading heading && heading.level() == level) {
        items.add(
            new RawItem(
                heading.lines().from(),
                section.topic(),
                heading.text(),
                Reason.of("item.heading", level)));
      } else if (!items.isEmpty()) {
        items.getLast().parts().add(new RawItem.Part(piece.lines(), piece.node(), 0));
      }
    }
    return items;
  }

  private List<RawItem> entries(Section section) {
    List<RawItem> items = new ArrayList<>();
    Piece.@Nullable Entry open = null;
    for (Piece piece : section.pieces()) {
      switch (piece) {
        case Piece.Entry entry -> {
          if (Entries.title(entry).isEmpty()) {
            warn(entry.lines().from(), EMPTY_ITEM);
          } else {
            items.add(entry(entry, section.topic()));
            open = entry;
          }
        }
        case Piece.Block(Lines lines, Node node) -> {
          if (!items.isEmpty()) {
            if (open != null) {
              warn(lines.from(), ANSWER_OUTSIDE_LIST, items.getLast().line());
              open = null;
            }
            items.getLast().parts().add(new RawItem.Part(lines, node, 0));
          } else if (node instanceof Paragraph && Wording.asks(Outline.plain(node))) {
            items.add(
                new RawItem(
                    lines.from(),
                    section.topic(),
                    Outline.plain(node),
                    Reason.of("item.paragraph-that-asks")));
            warn(lines.from(), UNNUMBERED_QUESTION);
          }
        }
        case Piece.Heading heading ->
            throw new IllegalStateException("A section holds no heading: " + heading.text());
      }
    }
    return items;
  }

  private RawItem entry(Piece.Entry entry, String topic) {
    RawItem item =
        new RawItem(entry.lines().from(), topic, Entries.title(entry), Reason.of("item.entry"));
    for (Node node : Entries.content(entry)) {
      if (Entries.isEmptyList(node)) {
        warn(Outline.lines(node).from(), EMPTY_ANSWER);
      } else {
        item.parts().add(new RawItem.Part(Outline.lines(node), node, entry.indent()));
      }
    }
    return item;
  }

  private void warn(int line, ImportWarning.Code code, Object... values) {
    warnings.add(ImportWarning.of(line, code, values));
  }
}
