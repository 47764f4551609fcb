package dev.mockingbird.search.bank.markdown;

import static dev.mockingbird.search.bank.reading.ImportWarning.Code.ANSWER_OUTSIDE_LIST;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.COMPOUND_QUESTION;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.DUPLICATE_HEADING;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.DUPLICATE_NUMBER;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.HEADING_INSIDE_ANSWER;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.HEADING_LEVEL_INCONSISTENT;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.INDENTED_CODE_LOOKS_LIKE_PROSE;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.INLINE_HINT;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.LIST_STARTS_AT;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.MARKER_WITHOUT_SPACE;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.REQUIREMENTS_SECTION;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.SECTION_ASKS_NOTHING;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.UNNUMBERED_QUESTION;

import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a careful reader would point at, beside what splitting the questions already told.
final class Checks {

  private static final Pattern CLOSE_MARKER = Pattern.compile("^\\s*\\d{1,4}[.．][^\\s\\d].*");

  private final List<Piece> pieces;
  private final Structure structure;
  private long paragraphs;
  private final List<ImportWarning> found = new ArrayList<>();

  private Checks(List<Piece> pieces, Structure structure) {
    this.pieces = pieces;
    this.structure = structure;
  }

  static List<ImportWarning> of(
      List<Piece> pieces,
      List<@Nullable Reason> chrome,
      Structure structure,
      List<RawItem> items,
      SourceText source) {
    Checks checks = new Checks(pieces, structure);
    checks.topics();
    checks.numbers();
    checks.markers();
    checks.requirements();
    checks.quiet(chrome);
    checks.paragraphs =
        items.stream().filter(it -> it.reason().code().equals("item.paragraph-that-asks")).count();
    items.forEach(item -> checks.item(item, source));
    return checks.found;
  }

  private void topics() {
    Map<String, Integer> seen = new HashMap<>();
    int before = 0;
    int first = 0;
    boolean shallower = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece topic = pieces.get(i);
      if (structure.opens(i) != Openings.Kind.TOPIC || !topic.is(Piece.Kind.HEADING)) {
        continue;
      }
      @Nullable Integer earlier = seen.putIfAbsent(topic.said().text(), topic.line());
      if (earlier != null) {
        warn(topic.line(), DUPLICATE_HEADING, earlier);
      }
      first = first == 0 ? topic.level() : first;
      shallower |= topic.level() < first;
      if (shallower && before > 0 && topic.level() > before) {
        warn(topic.line(), HEADING_LEVEL_INCONSISTENT);
      }
      before = topic.level();
    }
  }

  private void numbers() {
    Set<Integer> seen = new HashSet<>();
    int last = 0;
    int goesOn = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      switch (structure.opens(i)) {
        case TOPIC, ASIDE -> {
          seen.clear();
          // One list may go on below a line that names a topic.
          goesOn = piece.is(Piece.Kind.TEXT) ? Math.max(goesOn, last) : 0;
          last = 0;
        }
        case QUESTION, REQUIREMENT -> {
          @Nullable Integer number = piece.said().number();
          if (number != null && piece.is(Piece.Kind.NUMBER)) {
            if (number > last + 1 && number != goesOn + 1) {
              warn(piece.line(), LIST_STARTS_AT, number);
            }
            if (!seen.add(number)) {
              warn(piece.line(), DUPLICATE_NUMBER, number);
            }
            last = number;
          }
        }
        case NOTHING -> {}
      }
    }
  }

  private void markers() {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean opens =
          structure.opens(i) == Openings.Kind.QUESTION
              || structure.opens(i) == Openings.Kind.REQUIREMENT;
      if (opens
          && piece.is(Piece.Kind.TEXT)
          && CLOSE_MARKER.matcher(Wording.start(piece.markdown())).matches()) {
        warn(piece.line(), MARKER_WITHOUT_SPACE);
        return;
      }
    }
  }

  private void requirements() {
    boolean demanding = false;
    int topic = 0;
    for (int i = 0; i < pieces.size(); i++) {
      switch (structure.opens(i)) {
        case TOPIC, ASIDE -> topic = pieces.get(i).line();
        case QUESTION -> demanding = false;
        case REQUIREMENT -> {
          if (!demanding) {
            warn(topic == 0 ? pieces.get(i).line() : topic, REQUIREMENTS_SECTION);
          }
          demanding = true;
        }
        case NOTHING -> {}
      }
    }
  }

  private void quiet(List<@Nullable Reason> chrome) {
    boolean warned = false;
    for (int i = 0; i < pieces.size(); i++) {
      boolean leftOut = QuietSections.REASON.equals(chrome.get(i));
      if (leftOut && !warned) {
        warn(pieces.get(i).line(), SECTION_ASKS_NOTHING);
      }
      warned = leftOut || warned && structure.opens(i) == Openings.Kind.NOTHING;
    }
  }

  private void item(RawItem item, SourceText source) {
    boolean paragraph = item.reason().code().equals("item.paragraph-that-asks") && paragraphs < 3;
    long sentences = Wording.questionSentences(item.title());
    if (paragraph) {
      warn(item.start().line(), UNNUMBERED_QUESTION);
    }
    if (sentences > 1) {
      warn(item.start().line(), COMPOUND_QUESTION, sentences);
    }
    if (Wording.hasInlineHint(item.title())) {
      warn(item.start().line(), INLINE_HINT);
    }
    boolean entry = item.start().lists() > 0;
    boolean outside = false;
    for (Piece piece : item.owned()) {
      if (entry && !outside && piece.lists() == 0 && !isFoldedInside(piece, source)) {
        outside = true;
        warn(piece.line(), ANSWER_OUTSIDE_LIST, item.start().line());
      }
      if (piece.is(Piece.Kind.HEADING) && (piece.lists() > 0 || entry)) {
        warn(piece.line(), HEADING_INSIDE_ANSWER);
      }
      if (piece.is(Piece.Kind.CODE)
          && Wording.isChinese(piece.markdown())
          && source.line(piece.line()).matches("(?:\t| {4}).*")
          && piece.lists() == 0
          && !source.line(piece.line()).strip().startsWith("```")
          && !source.line(piece.line()).strip().startsWith("~~~")) {
        warn(piece.line(), INDENTED_CODE_LOOKS_LIKE_PROSE);
      }
    }
  }

  /// What always shows of a fold stands in no list here, though it was indented into one.
  private static boolean isFoldedInside(Piece piece, SourceText source) {
    return (piece.is(Piece.Kind.SUMMARY) || piece.fold() >= 0)
        && source.line(piece.line()).startsWith(" ");
  }

  private void warn(int line, ImportWarning.Code code, Object... values) {
    found.add(ImportWarning.of(line, code, values));
  }
}
