package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A CommonMark parse, flattened to pieces. Only blocks are parsed: the inlines of a megabyte are
/// read where somebody asks for their words.
final class Outline {

  private static final Pattern TYPED = Pattern.compile("(\\d{1,9})[.)]");
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .inlineParserFactory(
              _ ->
                  (lines, block) -> {
                    Text text = new Text(lines.getContent());
                    text.setSourceSpans(lines.getSourceSpans());
                    block.appendChild(text);
                  })
          .build();

  /// Where a block stands.
  private record In(int lists, int quotes, int indent, Piece.Kind entry, @Nullable Integer number) {

    In quoted() {
      return new In(lists, quotes + 1, indent, Piece.Kind.TEXT, null);
    }

    In plain() {
      return new In(lists, quotes, indent, Piece.Kind.TEXT, null);
    }
  }

  private final SourceText source;
  private final Prepared prepared;
  private final List<Piece> pieces = new ArrayList<>();
  private Stretch stretch = new Stretch(List.of(), 1, 0);

  private Outline(SourceText source, Prepared prepared) {
    this.source = source;
    this.prepared = prepared;
  }

  static List<Piece> of(SourceText source, Prepared prepared) {
    Outline outline = new Outline(source, prepared);
    Stretch.of(prepared).forEach(outline::parse);
    outline.summaries();
    outline.pieces.sort(
        Comparator.comparingInt(Piece::line).thenComparing(it -> !it.is(Piece.Kind.SUMMARY)));
    return outline.pieces;
  }

  private void parse(Stretch next) {
    stretch = next;
    int before = pieces.size();
    children(
        PARSER.parse(String.join("\n", next.lines())), new In(0, 0, 0, Piece.Kind.TEXT, null), 0);
    if (next.head() > 0) {
      withoutHead(pieces.subList(before, pieces.size()), next.from());
    }
  }

  /// What was only put in front says nothing once more.
  private static void withoutHead(List<Piece> pieces, int from) {
    pieces.removeIf(it -> it.lines().to() < from);
    pieces.replaceAll(it -> it.line() < from ? it.at(new Lines(from, it.lines().to())) : it);
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
      case org.commonmark.node.ListBlock list -> children(list, in.plain(), depth + 1);
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
      add(
          lines(item).from(),
          lines(item).from(),
          inside,
          inside.entry(),
          0,
          false,
          "",
          Marker.Place.ENTRY);
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
  /// lines, or a sentence, meant a rule.
  private void heading(Heading heading, In in) {
    Lines lines = lines(heading);
    String content = content(heading);
    boolean underlined = lines.to() > lines.from();
    if (underlined && (content.indexOf('\n') >= 0 || content.strip().matches(".*[。.!！;；,，]"))) {
      text(heading, in);
      add(lines.to(), lines.to(), in, Piece.Kind.RULE, 0, false, "", Marker.Place.TEXT);
      return;
    }
    add(
        lines.from(),
        lines.to(),
        in,
        Piece.Kind.HEADING,
        heading.getLevel(),
        false,
        content,
        Marker.Place.HEADING);
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
      add(
          line,
          line,
          in,
          first ? in.entry() : Piece.Kind.TEXT,
          0,
          !first,
          indented(line, in) + content[i],
          first && in.entry().isEntry() ? Marker.Place.ENTRY : Marker.Place.TEXT);
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
    boolean head = row.getParent() instanceof org.commonmark.ext.gfm.tables.TableHead;
    // The delimiter row below the head belongs to it.
    pieces.add(
        new Piece(
            head ? new Lines(lines.from(), lines.from() + 1) : lines,
            Piece.Kind.ROW,
            head ? 1 : 0,
            in.lists(),
            in.quotes(),
            prepared.foldOf()[lines.from() - 1],
            in.indent(),
            false,
            cells.toString(),
            Said.NOTHING));
  }

  private void block(Block block, Piece.Kind kind, String content, In in) {
    Lines lines = lines(block);
    pieces.add(
        new Piece(
            lines,
            kind,
            0,
            in.lists(),
            in.quotes(),
            prepared.foldOf()[lines.from() - 1],
            in.indent(),
            false,
            content,
            Said.NOTHING));
  }

  private void add(
      int from,
      int to,
      In in,
      Piece.Kind kind,
      int level,
      boolean continued,
      String content,
      Marker.Place place) {
    pieces.add(
        new Piece(
            new Lines(from, to),
            kind,
            level,
            in.lists(),
            in.quotes(),
            prepared.foldOf()[from - 1],
            in.indent(),
            continued,
            content,
            Said.of(content, place, in.number())));
  }

  /// The first paragraph of a summary names its fold; what goes on below is said with it.
  private void summaries() {
    for (int i = 0; i < prepared.folds().size(); i++) {
      Fold fold = prepared.folds().get(i);
      String text = fold.text().replaceAll("^\\s*\n", "\n");
      int line = fold.summary().from();
      String[] rows = text.split("\n", -1);
      boolean named = false;
      boolean first = true;
      for (String row : rows) {
        if (!row.isBlank() && Said.hasWords(row.replaceAll("<[^>]{1,40}>", ""))) {
          boolean opens = !named;
          boolean goesOn = named && first;
          pieces.add(
              new Piece(
                  new Lines(line, line),
                  opens ? Piece.Kind.SUMMARY : Piece.Kind.TEXT,
                  0,
                  0,
                  0,
                  opens ? fold.parent() : i,
                  0,
                  goesOn,
                  row.strip(),
                  Said.of(row.strip(), Marker.Place.TEXT, null)));
          named = true;
        } else if (named) {
          first = false;
        }
        line++;
      }
    }
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
