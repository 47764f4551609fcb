package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/// What stands under one topic. Topics are flat: the nearest heading names them, whatever its
/// level, because real lists jump between levels.
record Section(Piece.@Nullable Heading heading, List<Piece> pieces) {

  /// @param questionLevel headings from this level on belong to questions; 7 when none does
  static List<Section> of(List<Piece> outline, int questionLevel) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(null, new ArrayList<>()));
    for (Piece piece : outline) {
      if (piece instanceof Piece.Heading heading && heading.level() < questionLevel) {
        sections.add(new Section(heading, new ArrayList<>()));
      } else {
        sections.getLast().pieces().add(piece);
      }
    }
    return sections;
  }

  String topic() {
    return heading == null ? "" : heading.text();
  }

  /// Nobody asks anything here, and at least half of its statements demand something of a person.
  boolean readsAsRequirements() {
    List<String> statements = statements().toList();
    return !statements.isEmpty()
        && statements.stream().noneMatch(Wording::asks)
        && statements.stream().filter(Wording::requires).count() * 2 >= statements.size();
  }

  private Stream<String> statements() {
    return pieces.stream()
        .flatMap(
            piece ->
                switch (piece) {
                  case Piece.Entry entry -> Stream.of(Entries.title(entry));
                  case Piece.Block(Lines _, Paragraph paragraph) ->
                      Stream.of(Outline.plain(paragraph));
                  case Piece.Block _ -> Stream.empty();
                  case Piece.Heading _ -> Stream.empty();
                });
  }
}
