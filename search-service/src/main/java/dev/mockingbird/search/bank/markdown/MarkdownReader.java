package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads a Markdown question list that nobody prepared for it.
public final class MarkdownReader {

  /// Version of the import rules; raise it when the same bytes would be read differently.
  public static final int RULES = 1;

  private static final int BELOW_ALL_HEADINGS = 7;

  private MarkdownReader() {}

  /// Understands the list; decides nothing about it.
  public static Reading read(String text, Choice choice) {
    SourceText source = SourceText.of(text);
    List<Piece> outline = Outline.of(source);
    Shape shape = Shape.of(outline);
    List<Section> sections =
        Section.of(
            outline,
            switch (shape) {
              case Shape.HeadingPerQuestion(int level, _) -> level;
              case Shape.EntryPerQuestion _ -> BELOW_ALL_HEADINGS;
            });
    List<ImportWarning> warnings = new ArrayList<>();
    List<ReadItem> items = items(sections, shape, source, choice.language(), warnings);
    warnings.addAll(Checks.of(shape, sections, outline, items));
    if (items.isEmpty()) {
      warnings.add(ImportWarning.of(1, ImportWarning.Code.NO_QUESTIONS));
    }
    warnings.sort(Comparator.comparingInt(ImportWarning::line));
    return new Reading(
        shape.name(), List.of(), 1, List.of(shape.reason()), items, List.of(), warnings);
  }

  private static List<ReadItem> items(
      List<Section> sections,
      Shape shape,
      SourceText source,
      Language language,
      List<ImportWarning> warnings) {
    RawItems rawItems = new RawItems(warnings);
    Answers answers = new Answers(source, language, warnings);
    Requirements requirements = new Requirements(source, language, warnings);
    List<ReadItem> items = new ArrayList<>();
    boolean demanding = false;
    for (Section section : sections) {
      if (section.readsAsRequirements()) {
        items.addAll(requirements.in(section));
        if (!demanding && section.heading() != null) {
          warnings.add(
              ImportWarning.of(
                  section.heading().lines().from(), ImportWarning.Code.REQUIREMENTS_SECTION));
        }
        demanding = true;
      } else {
        rawItems.in(section, shape).stream().map(answers::split).forEach(items::add);
        demanding = demanding && section.pieces().isEmpty();
      }
    }
    return items;
  }
}
