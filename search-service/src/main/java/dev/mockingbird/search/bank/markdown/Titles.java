package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of a question: they may be broken over lines, and other words may stand beside them.
record Titles(List<Piece> pieces, List<@Nullable Reason> chrome, Structure structure) {

  /// A line that was broken at a margin, not ended.
  private static final int MARGIN = 60;

  /// Lines of which a question may be made.
  private static final int MOST_LINES = 20;

  private static final Pattern HARD_BREAK = Pattern.compile("(?:\\\\|<br\\s{0,9}/?>)$");
  private static final Pattern SOURCE_LINK =
      Pattern.compile("(?<!\\s)\\s*+\\[\\s*+\\[[^\\[\\]]*+\\]\\([^()\\[]*+\\)\\s*+\\]\\s*+$");
  private static final Pattern BRACKETED = Pattern.compile("\\s*+[(（\\[【].*[)）\\]】]");

  /// @param last the last piece of its words
  String title(int start, int last) {
    Piece piece = pieces.get(start);
    StringBuilder title = new StringBuilder();
    if (last > start && openLink(start, start)) {
      StringBuilder markdown = new StringBuilder();
      for (int i = start; i <= last; i++) {
        markdown.append(pieces.get(i).markdown().strip()).append(' ');
      }
      title.append(reread(piece, markdown.toString()));
    } else {
      title.append(titleOf(piece));
      for (int i = start + 1; i <= last; i++) {
        title.append(title.isEmpty() ? "" : " ").append(pieces.get(i).said().text());
      }
    }
    return title.toString();
  }

  /// A title that is followed by a link to its source or to more is shown without it.
  private String titleOf(Piece piece) {
    Said said = piece.said();
    if (said.style().equals(Marker.LONE)) {
      return "";
    }
    String unsourced =
        piece.markdown().length() < 1000
            ? SOURCE_LINK.matcher(piece.markdown()).replaceFirst("")
            : piece.markdown();
    if (!unsourced.equals(piece.markdown())) {
      return reread(piece, unsourced);
    }
    boolean boldThenLink =
        piece.kind().isEntry()
            && !said.bold()
            && Said.hasWords(said.opening())
            && !said.links().isEmpty()
            && Wording.asks(said.opening());
    return boldThenLink ? Wording.trimmed(said.opening()) : said.text();
  }

  private static String reread(Piece piece, String markdown) {
    String text = Said.of(markdown, placeOf(piece), null).text();
    return piece.said().style().equals(Decimals.STYLE) ? Decimals.rest(text) : text;
  }

  private static Marker.Place placeOf(Piece piece) {
    return piece.is(Piece.Kind.HEADING)
        ? Marker.Place.HEADING
        : piece.kind().isEntry() ? Marker.Place.ENTRY : Marker.Place.TEXT;
  }

  /// The last piece of the question's own words: it may be broken over lines.
  int end(int start) {
    Piece piece = pieces.get(start);
    if (piece.is(Piece.Kind.HEADING) || piece.is(Piece.Kind.ROW)) {
      return start;
    }
    int last = start;
    while (last + 1 < pieces.size()
        && last - start < MOST_LINES
        && (goesOn(last, start) || openLink(start, last))) {
      last++;
    }
    return last;
  }

  /// The words of a link may be broken over lines.
  private boolean openLink(int start, int last) {
    int open = 0;
    for (int i = start; i <= last; i++) {
      String line = pieces.get(i).markdown();
      open += (int) line.chars().filter(at -> at == '[').count();
      open -= (int) line.chars().filter(at -> at == ']').count();
    }
    return open > 0
        && last - start < 8
        && pieces.get(start).markdown().stripLeading().startsWith("[")
        && last + 1 < pieces.size()
        && pieces.get(last + 1).continued()
        && structure.opens(last + 1) == Openings.Kind.NOTHING;
  }

  private boolean goesOn(int last, int start) {
    Piece at = pieces.get(last);
    Piece next = pieces.get(last + 1);
    return next.continued()
        && next.line() == at.line() + 1
        && structure.opens(last + 1) == Openings.Kind.NOTHING
        && chrome.get(last + 1) == null
        && !pieces.get(start).said().bold()
        && broken(at, next);
  }

  /// Whether a line was broken where its author did not want it to end.
  static boolean broken(Piece line, Piece next) {
    return !Wording.asksPlainly(line.said().text())
        && !Wording.isChinese(line.said().text())
        && line.markdown().length() >= MARGIN
        && !breaks(line.markdown())
        && Label.of(next.said().text()).isEmpty();
  }

  /// Whether the line ends where its author wanted it to.
  private static boolean breaks(String line) {
    String words = line.stripTrailing();
    return line.length() - words.length() > 1 || HARD_BREAK.matcher(lastOf(words)).find();
  }

  private static String lastOf(String words) {
    return words.substring(Math.max(0, words.length() - 20));
  }

  /// Where the question ends and something else begins that asks no more; -1 when nothing does.
  static int questionEnd(String text) {
    int end = -1;
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at == '?' || at == '？') {
        end = i + 1;
        break;
      }
    }
    if (end < 0) {
      return -1;
    }
    String rest = text.substring(end);
    boolean hint = BRACKETED.matcher(Wording.start(rest).stripTrailing()).matches();
    return Said.hasWords(rest) && !hint && !Wording.asksPlainly(rest) ? end : -1;
  }
}
