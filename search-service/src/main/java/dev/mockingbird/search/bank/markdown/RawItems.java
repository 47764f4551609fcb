package dev.mockingbird.search.bank.markdown;

import static dev.mockingbird.search.bank.markdown.ImportWarning.Code.ANSWER_OUTSIDE_LIST;
import static dev.mockingbird.search.bank.markdown.ImportWarning.Code.EMPTY_ANSWER;
import static dev.mockingbird.search.bank.markdown.ImportWarning.Code.EMPTY_ITEM;
import static dev.mockingbird.search.bank.markdown.ImportWarning.Code.UNNUMBERED_QUESTION;

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
                "a heading of level " + level));
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
            warn(entry.lines().from(), EMPTY_ITEM, "This entry has no text and was left out.");
          } else {
            items.add(entry(entry, section.topic()));
            open = entry;
          }
        }
        case Piece.Block(Lines lines, Node node) -> {
          if (!items.isEmpty()) {
            if (open != null) {
              warn(
                  lines.from(),
                  ANSWER_OUTSIDE_LIST,
                  "Not indented under line %d; taken as a part of its answer."
                      .formatted(items.getLast().line()));
              open = null;
            }
            items.getLast().parts().add(new RawItem.Part(lines, node, 0));
          } else if (node instanceof Paragraph && Wording.asks(Outline.plain(node))) {
            items.add(
                new RawItem(
                    lines.from(),
                    section.topic(),
                    Outline.plain(node),
                    "a paragraph that asks, where no list is"));
            warn(lines.from(), UNNUMBERED_QUESTION, "A paragraph was read as one question.");
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
        new RawItem(entry.lines().from(), topic, Entries.title(entry), "an entry of a list");
    for (Node node : Entries.content(entry)) {
      if (Entries.isEmptyList(node)) {
        warn(Outline.lines(node).from(), EMPTY_ANSWER, "The answer has a number but no text.");
      } else {
        item.parts().add(new RawItem.Part(Outline.lines(node), node, entry.indent()));
      }
    }
    return item;
  }

  private void warn(int line, ImportWarning.Code code, String message) {
    warnings.add(new ImportWarning(line, code, message));
  }
}
