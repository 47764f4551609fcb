package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.List;

/// Stretches of a list that demand something of a person and ask nothing: every entry and every
/// line is one demand.
final class Requirements {

  private Requirements() {}

  /// Nobody asks anything here.
  static boolean statesOnly(List<Piece> section) {
    List<Piece> statements = statements(section);
    return !statements.isEmpty()
        && statements.stream().noneMatch(it -> Wording.asksPlainly(it.said().text()));
  }

  /// At least half of its statements demand something of a person.
  static boolean demand(List<Piece> section) {
    List<Piece> statements = statements(section);
    return statements.stream().filter(it -> Wording.requires(it.said().text())).count() * 2
        >= statements.size();
  }

  static List<Piece> statements(List<Piece> section) {
    return section.stream().filter(Requirements::isStatement).toList();
  }

  static boolean isStatement(Piece piece) {
    return (piece.is(Piece.Kind.TEXT) || piece.kind().isEntry())
        && Said.hasWords(piece.said().text());
  }

  static ReadItem item(RawItems.Demand demand, Language language) {
    Piece piece = demand.piece();
    String text = piece.said().text();
    return new ReadItem(
        Integer.toString(piece.line()),
        piece.line(),
        ReadItem.Kind.REQUIREMENT,
        demand.section(),
        text,
        "",
        StaffMaterial.NONE,
        Metadata.none(Wording.isChinese(text) ? Language.CHINESE : language),
        List.of(),
        List.of(),
        Reason.of("item.requirement"));
  }
}
