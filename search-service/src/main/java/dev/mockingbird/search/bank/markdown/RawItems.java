package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Gives every piece to the question it belongs to: all up to the next question or topic.
final class RawItems {

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private final List<Piece> pieces;
  private final List<@Nullable Reason> chrome;
  private final Structure structure;
  private final Ranked main;
  private final List<RawItem> items = new ArrayList<>();
  private final List<Demand> demands = new ArrayList<>();
  private final List<Piece> topics = new ArrayList<>();

  /// Lines of topics that are entries with others below them.
  private final Set<Integer> branches = new HashSet<>();

  private final boolean titled;
  private final Titles titles;
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
    this.titles = new Titles(pieces, chrome, structure);
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
          if (isBranch(i)) {
            branches.add(piece.line());
          }
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
          topics.removeIf(topic -> ends(topic, piece));
          int last = titles.end(i);
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
    return named.stream().map(RawItems::name).filter(it -> !it.isEmpty()).toList();
  }

  /// A line that announces its list ends in a colon, its name does not.
  private static String name(Piece topic) {
    String text = topic.said().text();
    return topic.is(Piece.Kind.TEXT) && Wording.endsInColon(text)
        ? text.stripTrailing().substring(0, text.stripTrailing().length() - 1).strip()
        : text;
  }

  /// Headings by their level, and below all of them entries of lists by their depth.
  private static int rank(Piece topic) {
    return switch (topic.kind()) {
      case HEADING -> topic.level();
      case TEXT -> 7;
      case BULLET, NUMBER, SUMMARY, CODE, ROW, HTML, COMMENT, RULE -> 8 + topic.lists();
    };
  }

  /// An entry names the topic of what stands below it, and of nothing beside it then.
  private boolean ends(Piece topic, Piece start) {
    return branches.contains(topic.line())
        && start.kind().isEntry()
        && start.lists() <= topic.lists();
  }

  private boolean isBranch(int index) {
    Piece piece = pieces.get(index);
    return piece.kind().isEntry()
        && index + 1 < pieces.size()
        && pieces.get(index + 1).lists() > piece.lists();
  }

  private RawItem item(int start, int last) {
    Piece piece = pieces.get(start);
    Reason reason = Reason.of("item." + reasonOf(structure.shape(start)), structure.shape(start));
    if (piece.is(Piece.Kind.ROW)) {
      return row(piece, reason);
    }
    Lines lines = piece.lines().upTo(pieces.get(last).lines());
    String text = titles.title(start, last);
    int cut =
        answersInline && structure.shape(start).equals(main.shape())
            ? Titles.questionEnd(text)
            : -1;
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

  private boolean mostGoOnBehindTheirQuestionMark() {
    int all = 0;
    int going = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (structure.opens(i) == Openings.Kind.QUESTION && structure.shape(i).equals(main.shape())) {
        all++;
        going += Titles.questionEnd(pieces.get(i).said().text()) > 0 ? 1 : 0;
      }
    }
    return going * 10 >= all * 6 && all > 0;
  }
}
