package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A CommonMark parse, flattened to pieces. Only blocks are parsed: the inlines of a megabyte are
/// read where somebody asks for their words.
final class Outline {

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

  private Outline() {}

  static List<Piece> of(Prepared prepared) {
    List<Piece> pieces = new ArrayList<>();
    for (Stretch stretch : Stretch.of(prepared)) {
      pieces.addAll(pieces(stretch, prepared));
    }
    pieces.addAll(Summaries.of(prepared.folds()));
    pieces.sort(
        Comparator.comparingInt(Piece::line).thenComparing(it -> !it.is(Piece.Kind.SUMMARY)));
    return pieces;
  }

  private static List<Piece> pieces(Stretch stretch, Prepared prepared) {
    List<Piece> pieces =
        Blocks.in(PARSER.parse(String.join("\n", stretch.lines())), stretch, prepared);
    if (stretch.head() > 0) {
      withoutHead(pieces, stretch.from());
    }
    return pieces;
  }

  /// What was only put in front says nothing once more.
  private static void withoutHead(List<Piece> pieces, int from) {
    pieces.removeIf(it -> it.lines().to() < from);
    pieces.replaceAll(it -> it.line() < from ? it.at(new Lines(from, it.lines().to())) : it);
  }
}
