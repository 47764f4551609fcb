package dev.mockingbird.search.bank.markdown;

import java.util.List;

/// Whether what stands at the place of an answer is one.
final class Answered {

  private Answered() {}

  static boolean by(RawItem raw, List<Part> answer) {
    if (Said.hasWords(raw.rest())) {
      Inline rest = Inline.of(raw.rest());
      return Said.hasWords(rest.unlinked()) && !Wording.isPlaceholder(rest.text());
    }
    boolean promised = answer.stream().anyMatch(Answered::promises);
    boolean links = !promised && Options.end(raw.owned()) == 0;
    return answer.stream().anyMatch(it -> says(it, links));
  }

  /// Only keeps the place of an answer.
  private static boolean promises(Part part) {
    String text = part.label() == null ? part.piece().said().text() : part.inline();
    return part.piece().speaks() && Said.hasWords(text) && Wording.isPlaceholder(text);
  }

  /// @param links whether nothing but links is an answer: further reading is none where an answer
  ///   was promised or options stand
  private static boolean says(Part part, boolean links) {
    Piece piece = part.piece();
    return switch (piece.kind()) {
      case CODE, ROW -> Said.hasWords(piece.markdown());
      case HTML -> piece.saysInHtml();
      case HEADING, BULLET, NUMBER, TEXT, SUMMARY ->
          part.label() == null ? saysByItself(piece, links) : saysBehindLabel(part);
      case COMMENT, RULE -> false;
    };
  }

  private static boolean saysByItself(Piece piece, boolean links) {
    Said said = piece.said();
    if (said.onlyLinks()) {
      return links && piece.kind().isEntry();
    }
    return said.pictures() > 0
        || Said.hasWords(said.text())
            && !Chrome.isAround(said.text())
            && !Wording.isPlaceholder(said.text());
  }

  private static boolean saysBehindLabel(Part part) {
    return Said.hasWords(part.inline())
        && !Wording.isPlaceholder(part.inline())
        && !onlyLinksBehindLabel(part.piece());
  }

  /// Behind the label stands nothing but a link, and that says no more than a number.
  private static boolean onlyLinksBehindLabel(Piece piece) {
    String text = piece.said().text();
    String behind = Label.of(text).map(it -> text.substring(it.length()).strip()).orElse(text);
    return piece.said().onlyLinks() && Label.of(piece.said().unlinked()).isEmpty()
        || !piece.said().links().isEmpty()
            && !Said.hasWords(
                Marker.of(behind, Marker.Place.TEXT).map(it -> it.rest(behind)).orElse(behind));
  }
}
