package dev.mockingbird.search.bank.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Which kind of block a piece is, by stable names: a piece may be one of several, such as any
/// bullet and a bold bullet.
final class Shape {

  static final String LINE = "line";
  static final String PARAGRAPH = "paragraph";
  static final String TABLE = "table";
  static final String FILE = "file";
  static final String SUMMARY = "summary";

  private static final Map<String, String> TEXTS =
      Map.of(
          "1、",
          "text-comma",
          "1)",
          "text-paren",
          "(1)",
          "text-round",
          "①",
          "text-circle",
          "一",
          "text-han",
          "(一)",
          "text-han",
          "Q",
          "text-question",
          "Day",
          "text-question",
          Decimals.STYLE,
          "text-dot");

  private static final Pattern ENTRY = Pattern.compile("\\d{1,9}\\)\\s");

  private Shape() {}

  static List<String> of(Piece piece) {
    String quote =
        (piece.fold() >= 0 && !piece.is(Piece.Kind.SUMMARY) ? "folded-" : "")
            + (piece.quotes() > 0 ? "quote-" : "");
    Said said = piece.said();
    List<String> names = new ArrayList<>(3);
    switch (piece.kind()) {
      case HEADING -> {
        String list = piece.lists() > 0 ? "list-" + piece.lists() + "-" : "";
        names.add(quote + list + "heading-" + piece.level());
        if (said.style().equals("Q") || said.style().equals(Marker.LONE)) {
          names.add(
              quote
                  + list
                  + "heading-"
                  + piece.level()
                  + (said.style().equals("Q") ? "-question" : "-label"));
        }
        if (piece.lists() > 0) {
          names.add(quote + (said.number() == null ? "bullet-" : "number-") + piece.lists());
        }
      }
      case BULLET, NUMBER -> {
        String list = (piece.is(Piece.Kind.BULLET) ? "bullet-" : "number-") + piece.lists();
        names.add(quote + list);
        if (said.bold() || !said.opening().isEmpty()) {
          names.add(quote + list + "-bold");
        }
        if (said.style().equals("Q")) {
          names.add(quote + list + "-question");
        }
      }
      case SUMMARY -> names.add(piece.fold() < 0 ? SUMMARY : "folded-" + SUMMARY);
      case ROW -> names.add(TABLE);
      case TEXT -> text(piece, said, quote, names);
      case CODE, HTML, COMMENT, RULE -> {}
    }
    return names;
  }

  /// An entry everywhere but right below a line of text, which only a first number interrupts.
  private static boolean isNumbered(Piece piece) {
    return piece.said().style().equals("1.") || ENTRY.matcher(piece.markdown()).lookingAt();
  }

  private static void text(Piece piece, Said said, String quote, List<String> names) {
    if (piece.lists() > 0) {
      return;
    }
    if (!said.style().isEmpty() && startsBold(piece)) {
      names.add(quote + "bold-number");
    } else if (piece.quotes() == 0 && !indented(piece) && isNumbered(piece)) {
      names.add("number-1");
    } else if (TEXTS.containsKey(said.style())) {
      names.add(quote + TEXTS.get(said.style()) + (indented(piece) ? "-indented" : ""));
    } else if (said.style().equals("1.")) {
      names.add(quote + "text-dot" + (indented(piece) ? "-indented" : ""));
    } else if (said.bold()) {
      names.add(quote + "bold");
    } else if (!piece.continued()) {
      names.add(piece.quotes() == 0 ? quote + PARAGRAPH : quote + "text");
    }
    if (quote.isEmpty() && piece.fold() < 0) {
      names.add(LINE);
    }
  }

  private static boolean startsBold(Piece piece) {
    String text = piece.markdown().stripLeading();
    return text.startsWith("*") || text.startsWith("_") || text.startsWith("<");
  }

  private static boolean indented(Piece piece) {
    return piece.markdown().startsWith(" ") || piece.markdown().startsWith("\t");
  }
}
