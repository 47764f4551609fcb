package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Paragraph;

/// Reads a section of demands on a person: every entry and every line is one.
final class Requirements {

  private static final Pattern MARKER = Pattern.compile("^\\s*\\d+[.、)]\\s*");
  private static final Pattern MARKER_WITHOUT_SPACE = Pattern.compile("^\\s*\\d+[.、)]\\S");

  private final SourceText source;
  private final Language language;
  private final List<ImportWarning> warnings;

  Requirements(SourceText source, Language language, List<ImportWarning> warnings) {
    this.source = source;
    this.language = language;
    this.warnings = warnings;
  }

  List<ReadItem> in(Section section) {
    List<ReadItem> items = new ArrayList<>();
    for (Piece piece : section.pieces()) {
      if (piece instanceof Piece.Entry entry && !Entries.title(entry).isEmpty()) {
        items.add(item(section, entry.lines().from(), Entries.title(entry)));
      } else if (piece instanceof Piece.Block(Lines lines, Paragraph _)) {
        for (int line = lines.from(); line <= lines.to(); line++) {
          items.add(item(section, line, unmarked(line, source.slice(new Lines(line, line), 0))));
        }
      }
    }
    return items;
  }

  private String unmarked(int line, String text) {
    Matcher marker = MARKER.matcher(text);
    if (MARKER_WITHOUT_SPACE.matcher(text).find()
        && warnings.stream()
            .noneMatch(it -> it.code() == ImportWarning.Code.MARKER_WITHOUT_SPACE)) {
      warnings.add(ImportWarning.of(line, ImportWarning.Code.MARKER_WITHOUT_SPACE));
    }
    return marker.replaceFirst("");
  }

  private ReadItem item(Section section, int line, String text) {
    return new ReadItem(
        Integer.toString(line),
        line,
        ReadItem.Kind.REQUIREMENT,
        section.topic().isEmpty() ? List.of() : List.of(section.topic()),
        text,
        "",
        StaffMaterial.NONE,
        Metadata.none(language),
        List.of(),
        List.of(),
        Reason.of("item.requirement"));
  }
}
