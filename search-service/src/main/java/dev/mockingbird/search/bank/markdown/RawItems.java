package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gives every piece to the question it belongs to: all up to the next question or topic.
final class RawItems {

  /// A line that was broken at a margin, not ended.
  private static final int MARGIN = 60;

  /// Lines of which a question may be made.
  private static final int MOST_LINES = 20;

  private static final Pattern HARD_BREAK = Pattern.compile("(?:\\\\|<br\\s{0,9}/?>)$");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern SOURCE_LINK =
      Pattern.compile("(?<!\\s)\\s*+\\[\\s*+\\[[^\\[\\]]*+\\]\\([^()\\[]*+\\)\\s*+\\]\\s*+$");
  private static final Pattern BRACKETED = Pattern.compile("\\s*+[(（\\[【].*[)）\\]】]");

  private final List<Piece> pieces;
  private final List<@Nullable Reason> chrome;
  private final Structure structure;
  private final Ranked main;
  private final List<RawItem> items = new ArrayList<>();
  private final List<Demand> demands = new ArrayList<>();
  private final List<Piece> topics = new ArrayList<>();
  private final boolean titled;
  private boolean answersInline;
  private int questionColumn;
  private int answerColumn;
  private int topicColumn;

  private RawItems(
      List<Piece> pieces, List<@Nullable Reason> chrome, Structure structure, Ranked main) {
    this.pieces = pieces;
    this.chrome = chrome;
    this.structure = structure;
    this.main = main;
    this.titled =
        pieces.stream()
                .filter(it -> it.is(Piece.Kind.HEADING) && it.level() == 1 && it.stands())
                .limit(2)
                .count()
            == 1;
  }

  /// What a section asks of a person.
  record Demand(Piece piece, List<String> section) {}

  record Found(List<RawItem> items, List<Demand> demands) {}

  static Found of(
      List<Piece> pieces, List<@Nullable Reason> chrome, Structure structure, Ranked main) {
    RawItems raw = new RawItems(pieces, chrome, structure, main);
    raw.answersInline = raw.mostGoOnBehindTheirQuestionMark();
    raw.collect();
    return new Found(raw.items, raw.demands);
  }

  private void collect() {
    @Nullable RawItem open = null;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      columns(i);
      switch (structure.opens(i)) {
        case TOPIC -> {
          topics.removeIf(topic -> rank(topic) >= rank(piece));
          topics.add(piece);
          open = null;
        }
        case ASIDE -> open = null;
        case REQUIREMENT -> {
          demands.add(new Demand(piece, section(piece)));
          open = null;
        }
        case QUESTION -> {
          if (piece.is(Piece.Kind.ROW) && !asksInRow(piece)) {
            continue;
          }
          int last = titleEnd(i);
          open = item(i, last);
          items.add(open);
          i = last;
        }
        case NOTHING -> {
          if (open != null && leaves(open, piece)) {
            open = null;
          }
          if (open != null && (chrome.get(i) == null || around(i))) {
            open.owned().add(piece);
          }
        }
      }
    }
  }

  private boolean around(int index) {
    @Nullable Reason reason = chrome.get(index);
    return reason != null && reason.code().equals("ignored.around");
  }

  /// What stands behind the fold of a summary that has its answer does not belong to it.
  private boolean leaves(RawItem open, Piece piece) {
    return structure.leaves(open.start(), piece) && !open.owned().isEmpty();
  }

  private void columns(int index) {
    Piece piece = pieces.get(index);
    if (piece.is(Piece.Kind.ROW) && piece.level() == 1) {
      questionColumn = or(Table.questionColumn(pieces, index));
      answerColumn = or(Table.answerColumn(pieces, index));
      topicColumn = or(Table.topicColumn(pieces, index));
    }
  }

  private static int or(OptionalInt column) {
    return column.orElse(-1);
  }

  private List<String> section(Piece start) {
    List<Piece> topics = this.topics;
    if (start.is(Piece.Kind.HEADING) && start.lists() == 0) {
      topics = topics.stream().filter(topic -> topic.level() < start.level()).toList();
    }
    List<Piece> named =
        topics.size() > 1 && topics.getFirst().level() == 1 && titled
            ? topics.subList(1, topics.size())
            : topics;
    return named.stream().map(topic -> topic.said().text()).filter(it -> !it.isEmpty()).toList();
  }

  /// Headings by their level, and below all of them entries of lists by their depth.
  private static int rank(Piece topic) {
    return switch (topic.kind()) {
      case HEADING -> topic.level();
      case TEXT -> 7;
      case BULLET, NUMBER, SUMMARY, CODE, ROW, HTML, COMMENT, RULE -> 8 + topic.lists();
    };
  }

  private RawItem item(int start, int last) {
    Piece piece = pieces.get(start);
    Reason reason = Reason.of("item." + reasonOf(structure.shape(start)), structure.shape(start));
    if (piece.is(Piece.Kind.ROW)) {
      return row(piece, reason);
    }
    StringBuilder title = new StringBuilder();
    if (last > start && openLink(start, start)) {
      StringBuilder markdown = new StringBuilder();
      for (int i = start; i <= last; i++) {
        markdown.append(pieces.get(i).markdown().strip()).append(' ');
      }
      title.append(Said.of(markdown.toString(), placeOf(piece), null).text());
    } else {
      title.append(titleOf(piece));
      for (int i = start + 1; i <= last; i++) {
        title.append(title.isEmpty() ? "" : " ").append(pieces.get(i).said().text());
      }
    }
    Lines lines = piece.lines().upTo(pieces.get(last).lines());
    String text = title.toString();
    int cut = answersInline && structure.shape(start).equals(main.shape()) ? questionEnd(text) : -1;
    return new RawItem(
        piece,
        section(piece),
        cut > 0 ? text.substring(0, cut).strip() : text,
        lines,
        cut > 0 ? text.substring(cut).strip() : "",
        main.titled() && structure.shape(start).equals(main.shape()),
        reason);
  }

  private boolean asksInRow(Piece row) {
    List<String> cells = Table.cells(row);
    return questionColumn >= 0
        && questionColumn < cells.size()
        && LETTER.matcher(cells.get(questionColumn)).find();
  }

  private RawItem row(Piece row, Reason reason) {
    List<String> cells = Table.cells(row);
    String title =
        questionColumn >= 0 && questionColumn < cells.size()
            ? Said.of(cells.get(questionColumn), Marker.Place.TEXT, null).text()
            : "";
    String answer =
        answerColumn >= 0 && answerColumn < cells.size() ? cells.get(answerColumn).strip() : "";
    List<String> section = new ArrayList<>(section(row));
    if (section.isEmpty() && topicColumn >= 0 && topicColumn < cells.size()) {
      section.add(Inline.of(cells.get(topicColumn)).text());
    }
    return new RawItem(row, section, title, row.lines(), answer, false, reason);
  }

  private static String reasonOf(String shape) {
    if (shape.contains("heading")) {
      return "heading";
    }
    return switch (shape) {
      case Shape.PARAGRAPH -> "paragraph-that-asks";
      case Shape.SUMMARY -> "summary";
      case Shape.TABLE -> "row";
      case "told" -> "told";
      default -> shape.contains("bullet") || shape.contains("number") ? "entry" : "block";
    };
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
      return Said.of(unsourced, placeOf(piece), null).text();
    }
    boolean boldThenLink =
        piece.kind().isEntry()
            && !said.bold()
            && Said.hasWords(said.opening())
            && !said.links().isEmpty()
            && Wording.asks(said.opening());
    return boldThenLink ? Wording.trimmed(said.opening()) : said.text();
  }

  private static Marker.Place placeOf(Piece piece) {
    return piece.is(Piece.Kind.HEADING)
        ? Marker.Place.HEADING
        : piece.kind().isEntry() ? Marker.Place.ENTRY : Marker.Place.TEXT;
  }

  /// The last piece of the question's own words: it may be broken over lines.
  private int titleEnd(int start) {
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
        && !Wording.asksPlainly(at.said().text())
        && !Wording.isChinese(at.said().text())
        && at.markdown().length() >= MARGIN
        && !breaks(at.markdown())
        && Label.of(next.said().text()).isEmpty();
  }

  /// Whether the line ends where its author wanted it to.
  private static boolean breaks(String line) {
    String words = line.stripTrailing();
    return line.length() - words.length() > 1 || HARD_BREAK.matcher(end(words)).find();
  }

  private static String end(String words) {
    return words.substring(Math.max(0, words.length() - 20));
  }

  private boolean mostGoOnBehindTheirQuestionMark() {
    int all = 0;
    int going = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (structure.opens(i) == Openings.Kind.QUESTION && structure.shape(i).equals(main.shape())) {
        all++;
        going += questionEnd(pieces.get(i).said().text()) > 0 ? 1 : 0;
      }
    }
    return going * 10 >= all * 6 && all > 0;
  }

  /// Where the question ends and something else begins that asks no more; -1 when nothing does.
  private static int questionEnd(String text) {
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
