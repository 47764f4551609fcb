package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/// The blocks of one parse, flattened to pieces.
final class Blocks {

  private static final Pattern TYPED = Pattern.compile("(\\d{1,9})[.)]");

  /// The upper one of two lines between which a title is written.
  private static final Pattern RULER =
      Pattern.compile("\\s*(?:={3,}|-{3,}|\\*{3,}|#{3,}|~{3,})\\s*");

  /// Where a block stands.
  private record In(int lists, int quotes, int indent, Piece.Kind entry, @Nullable Integer number) {

    In quoted() {
      return new In(lists, quotes + 1, indent, Piece.Kind.TEXT, null);
    }

    In plain() {
      return new In(lists, quotes, indent, Piece.Kind.TEXT, null);
    }
  }

  private final Stretch stretch;
  private final Prepared prepared;
  private final List<Piece> pieces = new ArrayList<>();

  private Blocks(Stretch stretch, Prepared prepared) {
    this.stretch = stretch;
    this.prepared = prepared;
  }

  /// @param stretch that was parsed
  static List<Piece> in(Node document, Stretch stretch, Prepared prepared) {
    Blocks blocks = new Blocks(stretch, prepared);
    blocks.children(document, new In(0, 0, 0, Piece.Kind.TEXT, null), 0);
    return blocks.pieces;
  }

  /// As deep as the nesting, which is bounded here.
  private void children(Node parent, In in, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (depth > SourceText.DEEPEST * 2) {
        throw new Unreadable(Unreadable.Code.NESTED_TOO_DEEPLY, lines(node).from());
      }
      boolean first = node == parent.getFirstChild();
      take(node, first ? in : in.plain(), depth);
    }
  }

  private void take(Node node, In in, int depth) {
    switch (node) {
      case Heading heading -> heading(heading, in);
      case Paragraph paragraph -> text(paragraph, in);
      case ListItem item -> entry(item, in, depth);
      case ListBlock list -> children(list, in.plain(), depth + 1);
      case BlockQuote quote -> {
        int before = pieces.size();
        children(quote, in.quoted(), depth + 1);
        continued(before);
      }
      case FencedCodeBlock code -> block(code, Piece.Kind.CODE, code.getLiteral(), in);
      case IndentedCodeBlock code -> block(code, Piece.Kind.CODE, code.getLiteral(), in);
      case HtmlBlock html -> {
        boolean comment = html.getLiteral().stripLeading().startsWith("<!--");
        block(html, comment ? Piece.Kind.COMMENT : Piece.Kind.HTML, html.getLiteral().strip(), in);
      }
      case ThematicBreak rule -> block(rule, Piece.Kind.RULE, "", in);
      case TableRow row -> row(row, in);
      default -> children(node, in.plain(), depth + 1);
    }
  }

  /// Only the first piece of a quote opens it.
  private void continued(int from) {
    for (int i = from + 1; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.is(Piece.Kind.TEXT) && pieces.get(i - 1).lines().to() + 1 == piece.line()) {
        pieces.set(i, piece.goingOn());
      }
    }
  }

  private void entry(ListItem item, In in, int depth) {
    Integer column = item.getContentIndent();
    boolean ordered = item.getParent() instanceof OrderedList;
    In inside =
        new In(
            in.lists() + 1,
            in.quotes(),
            in.indent() + (column == null ? 0 : column),
            ordered ? Piece.Kind.NUMBER : Piece.Kind.BULLET,
            ordered ? typed(item) : null);
    Node first = item.getFirstChild();
    if (!(first instanceof Paragraph || first instanceof Heading)) {
      Lines line = new Lines(lines(item).from(), lines(item).from());
      add(line, inside.entry(), 0, false, "", said("", Marker.Place.ENTRY, inside), inside);
      children(item, inside.plain(), depth + 1);
    } else {
      children(item, inside, depth + 1);
    }
  }

  private @Nullable Integer typed(ListItem item) {
    int line = lines(item).from();
    String text = line <= prepared.lines().size() ? prepared.lines().get(line - 1) : "";
    Matcher typed = TYPED.matcher(text.length() > 200 ? text.substring(0, 200) : text);
    return typed.find() ? Integer.valueOf(typed.group(1)) : null;
  }

  /// A rule right below a paragraph makes all of it a heading to CommonMark; who wrote several
  /// lines, or a sentence, meant a rule. One more above the only line is its frame.
  private void heading(Heading heading, In in) {
    Lines lines = lines(heading);
    String content = content(heading);
    int above = content.indexOf('\n');
    if (above > 0 && RULER.matcher(content.substring(0, above)).matches()) {
      rule(lines.from(), in);
      lines = new Lines(lines.from() + 1, lines.to());
      content = content.substring(above + 1);
    }
    boolean underlined = lines.to() > lines.from();
    if (underlined && (content.indexOf('\n') >= 0 || content.strip().matches(".*[。.!！;；,，]"))) {
      text(heading, in);
      rule(lines.to(), in);
      return;
    }
    add(
        lines,
        Piece.Kind.HEADING,
        heading.getLevel(),
        false,
        content,
        said(content, Marker.Place.HEADING, in),
        in);
  }

  private void rule(int line, In in) {
    Lines lines = new Lines(line, line);
    add(lines, Piece.Kind.RULE, 0, false, "", said("", Marker.Place.TEXT, in), in);
  }

  private void text(Block paragraph, In in) {
    if (!(paragraph.getFirstChild() instanceof Text text)) {
      return;
    }
    String[] content = text.getLiteral().split("\n", -1);
    List<SourceSpan> spans = text.getSourceSpans();
    for (int i = 0; i < content.length && i < spans.size(); i++) {
      int line = stretch.line(spans.get(i).getLineIndex());
      boolean first = i == 0;
      String words = indented(line, in) + content[i];
      Marker.Place place = first && in.entry().isEntry() ? Marker.Place.ENTRY : Marker.Place.TEXT;
      add(
          new Lines(line, line),
          first ? in.entry() : Piece.Kind.TEXT,
          0,
          !first,
          words,
          said(words, place, in),
          in);
    }
  }

  /// The blank in front of a line tells what hangs below what, where no list does.
  private String indented(int line, In in) {
    boolean plain = in.lists() == 0 && in.quotes() == 0;
    return plain && Character.isWhitespace((prepared.lines().get(line - 1) + "x").charAt(0))
        ? " "
        : "";
  }

  private void row(TableRow row, In in) {
    StringBuilder cells = new StringBuilder();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell it) {
        cells.append(cells.isEmpty() ? "" : "\n").append(content(it).replace('\n', ' '));
      }
    }
    Lines lines = lines(row);
    boolean head = row.getParent() instanceof TableHead;
    // The delimiter row below the head belongs to it.
    add(
        head ? new Lines(lines.from(), lines.from() + 1) : lines,
        Piece.Kind.ROW,
        head ? 1 : 0,
        false,
        cells.toString(),
        Said.NOTHING,
        in);
  }

  private void block(Block block, Piece.Kind kind, String content, In in) {
    add(lines(block), kind, 0, false, content, Said.NOTHING, in);
  }

  private static Said said(String content, Marker.Place place, In in) {
    return Said.of(content, place, in.number());
  }

  private void add(
      Lines lines,
      Piece.Kind kind,
      int level,
      boolean continued,
      String content,
      Said said,
      In in) {
    pieces.add(
        new Piece(
            lines,
            kind,
            level,
            in.lists(),
            in.quotes(),
            prepared.foldOf()[lines.from() - 1],
            in.indent(),
            continued,
            content,
            said));
  }

  private static String content(Node block) {
    return block.getFirstChild() instanceof Text text ? text.getLiteral() : "";
  }

  /// An empty list entry has no lines in some parses; it then stands where its parent stands.
  private Lines lines(Node block) {
    List<SourceSpan> spans = block.getSourceSpans();
    if (spans.isEmpty()) {
      Node parent = block.getParent();
      return parent == null ? new Lines(stretch.from(), stretch.from()) : lines(parent);
    }
    return new Lines(
        stretch.line(spans.getFirst().getLineIndex()),
        stretch.line(spans.getLast().getLineIndex()));
  }
}
