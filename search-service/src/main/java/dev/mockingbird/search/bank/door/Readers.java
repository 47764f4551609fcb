package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import dev.mockingbird.search.bank.reading.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds the reader for what is to be read.
public final class Readers {

  private static final double UNSURE_OF_ITS_ENCODING = 0.3;

  private Readers() {}

  /// What all files of an upload say, in their order. Use this one: whether a file holds one
  /// question or a list of them is seen from all of them together.
  ///
  /// @param choices what a person told about each file
  public static List<FileReading> read(Upload upload, Function<SourceFile, Choice> choices) {
    List<FileReading> asLists = new ArrayList<>();
    int items = 0;
    for (SourceFile file : upload.files()) {
      Reading reading = read(file, choices.apply(file));
      if (items + reading.items().size() > Reading.MOST_ITEMS) {
        reading = refused(file, UploadRefused.Code.TOO_MANY_ITEMS, Reading.MOST_ITEMS);
      }
      items += reading.items().size();
      asLists.add(new FileReading(file, reading));
    }
    FilePerQuestion perFile = FilePerQuestion.of(asLists);
    return asLists.stream()
        .map(it -> perFile.read(it, choices.apply(it.file())).orElse(it))
        .toList();
  }

  /// What one file says, by itself.
  public static Reading read(SourceFile file, Choice choice) {
    try {
      return withItsEncoding(file, byItsFormat(file, choice));
    } catch (Unreadable e) {
      return refused(file, e);
    }
  }

  /// A file that no person wrote as a list costs its upload nothing but itself.
  private static Reading refused(SourceFile file, Unreadable refusal) {
    return switch (refusal.code()) {
      case NESTED_TOO_DEEPLY ->
          refused(
              file, UploadRefused.Code.NESTED_TOO_DEEPLY, refusal.line(), Limits.DEFAULT.nesting());
      case LINE_TOO_LONG ->
          refused(file, UploadRefused.Code.LINE_TOO_LONG, refusal.line(), Limits.DEFAULT.line());
      case TOO_MANY_LINES -> refused(file, UploadRefused.Code.TOO_MANY_LINES, Reading.MOST_LINES);
      case TOO_MANY_ITEMS -> refused(file, UploadRefused.Code.TOO_MANY_ITEMS, Reading.MOST_ITEMS);
    };
  }

  private static Reading refused(SourceFile file, UploadRefused.Code code, Object... values) {
    UploadRefused because =
        new UploadRefused(code, Stream.concat(Stream.of(file.name()), Stream.of(values)).toArray());
    Marks marks = new Marks(file.text());
    marks.add(1, Role.IGNORED, null, because.because());
    return new Reading(
        "none", List.of(), 0, List.of(because.because()), List.of(), marks.all(), List.of());
  }

  private static Reading byItsFormat(SourceFile file, Choice choice) {
    if (file.text().chars().filter(c -> c == '\n').count() >= Reading.MOST_LINES) {
      throw new Unreadable(Unreadable.Code.TOO_MANY_LINES, Reading.MOST_LINES + 1);
    }
    return switch (file.format()) {
      case MARKDOWN ->
          ExportedMarkdown.is(file.text())
              ? ExportReader.read(file, choice)
              : markdown(file, choice);
      case CSV, TSV -> TableReader.read(file, choice);
      case JSON_LINES -> JsonReader.read(file, choice);
      case ANKI -> AnkiReader.read(file, choice);
    };
  }

  private static Reading markdown(SourceFile file, Choice choice) {
    Reading asList = MarkdownReader.read(file.text(), choice);
    return WholeFile.SHAPE.equals(choice.shape())
        ? WholeFile.of(file)
            .flatMap(it -> it.read(choice, Reading.SURE, Reason.of("mark.told"), asList))
            .orElse(asList)
        : asList;
  }

  /// A guessed encoding is said; when the text does not read like one, a person is asked.
  static Reading withItsEncoding(SourceFile file, Reading reading) {
    boolean sure = Encodings.sure(file.encoding(), file.text());
    boolean told = file.encoding().startsWith("UTF-");
    if (sure && told) {
      return reading;
    }
    List<ImportWarning> warnings = new ArrayList<>(reading.warnings());
    List<Reason> because = new ArrayList<>(reading.because());
    if (told) {
      long broken = file.text().chars().filter(c -> c == '\ufffd').count();
      int first = (int) file.text().substring(0, file.text().indexOf('\ufffd')).lines().count();
      warnings.add(ImportWarning.of(Math.max(1, first), Code.BROKEN_CHARACTERS, broken));
    } else {
      warnings.add(ImportWarning.of(1, Code.ENCODING_GUESSED, file.encoding()));
    }
    if (!sure && !told) {
      because.add(Reason.of("shape.encoding-unsure"));
    }
    warnings.sort(Comparator.comparingInt(ImportWarning::line));
    return new Reading(
        reading.shape(),
        reading.shapes(),
        sure || told
            ? reading.confidence()
            : Math.min(reading.confidence(), UNSURE_OF_ITS_ENCODING),
        because,
        reading.items(),
        reading.marks(),
        warnings);
  }
}
