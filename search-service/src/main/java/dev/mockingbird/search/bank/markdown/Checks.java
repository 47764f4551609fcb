package dev.mockingbird.search.bank.markdown;

import static dev.mockingbird.search.bank.reading.ImportWarning.Code.COMPOUND_QUESTION;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.DUPLICATE_HEADING;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.DUPLICATE_NUMBER;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.HEADING_INSIDE_ANSWER;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.HEADING_LEVEL_INCONSISTENT;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.INDENTED_CODE_LOOKS_LIKE_PROSE;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.INLINE_HINT;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.LIST_STARTS_AT;

import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;

/// What a careful reader would point at in the outline and the items, beside what reading them
/// already told.
final class Checks {

  private final List<ImportWarning> found = new ArrayList<>();

  private Checks() {}

  static List<ImportWarning> of(
      Shape shape, List<Section> sections, List<Piece> outline, List<ReadItem> items) {
    Checks checks = new Checks();
    checks.headings(sections);
    if (shape instanceof Shape.EntryPerQuestion) {
      sections.forEach(checks::numbers);
    }
    outline.forEach(checks::piece);
    items.forEach(checks::item);
    return checks.found;
  }

  private void headings(List<Section> sections) {
    Map<String, Integer> seen = new HashMap<>();
    int before = 0;
    boolean shallower = false;
    int first = 0;
    for (Section section : sections) {
      Piece.Heading heading = section.heading();
      if (heading == null) {
        continue;
      }
      int line = heading.lines().from();
      Integer earlier = seen.putIfAbsent(heading.text(), line);
      if (earlier != null) {
        warn(line, DUPLICATE_HEADING, earlier);
      }
      first = first == 0 ? heading.level() : first;
      shallower |= heading.level() < first;
      if (shallower && before > 0 && heading.level() > before) {
        warn(line, HEADING_LEVEL_INCONSISTENT);
      }
      before = heading.level();
    }
  }

  private void numbers(Section section) {
    Set<Integer> seen = new HashSet<>();
    int last = 0;
    for (Piece piece : section.pieces()) {
      if (piece instanceof Piece.Entry entry
          && entry.number() != null
          && !Entries.title(entry).isEmpty()) {
        int number = entry.number();
        int line = entry.lines().from();
        if (entry.opensList() && number > last + 1) {
          warn(line, LIST_STARTS_AT, number);
        }
        if (!seen.add(number)) {
          warn(line, DUPLICATE_NUMBER, number);
        }
        last = number;
      }
    }
  }

  private void piece(Piece piece) {
    if (piece instanceof Piece.Entry) {
      Outline.descendants(piece.node())
          .filter(Heading.class::isInstance)
          .filter(heading -> !heading.equals(piece.node().getFirstChild()))
          .map(heading -> Outline.lines(heading).from())
          .forEach(line -> warn(line, HEADING_INSIDE_ANSWER));
    }
    if (piece.node() instanceof IndentedCodeBlock code && Wording.isChinese(code.getLiteral())) {
      warn(piece.lines().from(), INDENTED_CODE_LOOKS_LIKE_PROSE);
    }
  }

  private void item(ReadItem item) {
    if (item.kind() == ReadItem.Kind.REQUIREMENT) {
      return;
    }
    long sentences = Wording.questionSentences(item.title());
    if (sentences > 1) {
      warn(item.line(), COMPOUND_QUESTION, sentences);
    }
    if (Wording.hasInlineHint(item.title())) {
      warn(item.line(), INLINE_HINT);
    }
  }

  private void warn(int line, ImportWarning.Code code, Object... values) {
    found.add(ImportWarning.of(line, code, values));
  }
}
