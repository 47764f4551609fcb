package dev.mockingbird.search.bank.door;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.door.ExportedMarkdown.Part;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Mark;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.MetadataComment;
import dev.mockingbird.search.bank.reading.Quoted;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads an exported bank by its marks, line by line and without a guess. What people wrote between
/// the questions since is read like any list.
final class ExportReader {

  private static final String SHAPE = "exported";
  private static final Reason MARKED = Reason.of("mark.exported");
  private static final Reason OUTSIDE = Reason.of("mark.outside");

  private final Choice choice;
  private final List<String> lines;
  private final Marks marks;
  private final List<ReadItem> items = new ArrayList<>();
  private final List<ImportWarning> warnings = new ArrayList<>();

  /// What stands outside of the questions, each line in its place.
  private final List<String> outside = new ArrayList<>();

  private String topic = "";
  private boolean foreign;

  private ExportReader(String text, Choice choice) {
    this.choice = choice;
    this.lines = text.lines().toList();
    this.marks = new Marks(text);
  }

  static Reading read(SourceFile file, Choice choice) {
    return new ExportReader(file.text(), choice).reading();
  }

  private Reading reading() {
    marks.add(1, Role.IGNORED, null, MARKED);
    outside.add("");
    for (int i = 1; i < lines.size(); ) {
      i = opensQuestion(i) ? question(i) : outside(i);
    }
    Reading found =
        foreign
            ? merged(MarkdownReader.read(String.join("\n", outside), choice))
            : exported(items, marks.all(), warnings);
    return found.items().isEmpty() ? Marks.nothing(String.join("\n", lines), SHAPE) : found;
  }

  private static Reading exported(
      List<ReadItem> items, List<Mark> marks, List<ImportWarning> warnings) {
    return new Reading(
        SHAPE, List.of(), 1, List.of(Reason.of("shape.exported")), items, marks, warnings);
  }

  private boolean opensQuestion(int i) {
    return lines.get(i).startsWith(ExportedMarkdown.QUESTION)
        && i + 1 < lines.size()
        && ExportedMarkdown.opensQuestion(lines.get(i + 1));
  }

  private int outside(int i) {
    String line = lines.get(i);
    boolean isTopic = line.startsWith(ExportedMarkdown.TOPIC);
    if (isTopic) {
      topic = Values.entry(line.substring(ExportedMarkdown.TOPIC.length()).strip());
      marks.add(i + 1, Role.TOPIC, null, MARKED);
    } else if (!line.isBlank()) {
      foreign |= isForeign(line);
      marks.add(i + 1, Role.IGNORED, null, OUTSIDE);
    }
    outside.add(line);
    return i + 1;
  }

  /// @return where it is over
  private int question(int start) {
    int end = start + 2;
    while (end < lines.size() && !ExportedMarkdown.ends(lines.get(end)) && !opensQuestion(end)) {
      end++;
    }
    boolean closed = end < lines.size() && ExportedMarkdown.ends(lines.get(end));
    read(start, end);
    int over = closed ? end + 1 : end;
    for (int i = start; i < over; i++) {
      outside.add("");
    }
    return over;
  }

  private void read(int start, int end) {
    int line = start + 1;
    String key = Integer.toString(line);
    Draft draft = new Draft();
    draft.title =
        Values.entry(lines.get(start).substring(ExportedMarkdown.QUESTION.length()).strip());
    draft.topic(topic);
    metadata(draft, start + 1);
    marks.add(line, Role.QUESTION, key, MARKED);
    marks.add(line + 1, Role.DETAIL, key, MARKED);
    List<Lines> answerLines = new ArrayList<>();
    for (int i = start + 2; i < end; ) {
      Optional<Part> part = Part.opened(lines.get(i));
      int next = i + 1;
      while (next < end && Part.opened(lines.get(next)).isEmpty()) {
        next++;
      }
      if (part.isPresent()) {
        Lines content = part(draft, part.get(), i, next);
        marks.add(i + 1, role(part.get()), key, MARKED);
        if (part.get() == Part.REFERENCE) {
          answerLines.add(content);
        }
      }
      i = next;
    }
    items.add(draft.item(key, line, answerLines, choice.language(), Reason.of("item.exported")));
  }

  private void metadata(Draft draft, int at) {
    MetadataComment comment = MetadataComment.parse(lines.get(at));
    Language usual = Values.isChinese(draft.title) ? Language.CHINESE : choice.language();
    Optional<Metadata> metadata = Metadata.of(comment, usual);
    if (metadata.isEmpty()) {
      warnings.add(ImportWarning.of(at + 1, Code.METADATA_IGNORED));
    }
    metadata.ifPresent(
        it -> {
          draft.key = it.key();
          draft.id = it.id();
          draft.translation = it.translation();
          draft.source = it.source();
          draft.language = it.language();
          draft.difficulty = it.difficulty();
          draft.minutes = it.minutes();
          draft.tags = it.tags();
        });
    draft.furtherTopics = comment.all("also");
  }

  /// @return where its content stands
  private Lines part(Draft draft, Part part, int mark, int end) {
    int from = mark + 1;
    if (part != Part.BODY && from < end && lines.get(from).matches("\\*\\*.*\\*\\*\\s*")) {
      from++;
    }
    int to = end;
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (to > from && lines.get(to - 1).isBlank()) {
      to--;
    }
    List<String> content =
        lines.subList(from, to).stream().map(ExportedMarkdown::unescaped).toList();
    switch (part) {
      case BODY -> draft.body = text(content);
      case REFERENCE -> draft.reference = text(content);
      case KEY_POINTS -> draft.keyPoints = entries(content, Values::weighted);
      case HINTS -> draft.hints = entries(content, Values::entry);
      case RUBRIC -> draft.rubric = entries(content, Values::entry);
      case FOLLOW_UPS -> draft.followUps = entries(content, Values::entry);
      case SOURCES -> draft.sources = entries(content, Values::entry);
    }
    return new Lines(Math.min(from + 1, lines.size()), Math.max(to, from + 1));
  }

  private static String text(List<String> content) {
    String text = String.join("\n", content);
    return content.size() == 1 ? Quoted.read(text.strip()).orElse(text) : text;
  }

  /// A line without a bullet goes on with the entry before it.
  private static <T> List<T> entries(List<String> content, Function<String, T> reader) {
    List<String> entries = new ArrayList<>();
    for (String line : content) {
      if (line.startsWith("- ") || entries.isEmpty()) {
        entries.add(line.replaceFirst("^- ", "").strip());
      } else if (!line.isBlank()) {
        entries.add(entries.removeLast() + " " + line.strip());
      }
    }
    return entries.stream().map(reader).toList();
  }

  private static Role role(Part part) {
    return switch (part) {
      case BODY -> Role.BODY;
      case REFERENCE -> Role.ANSWER;
      case KEY_POINTS, HINTS, RUBRIC, FOLLOW_UPS, SOURCES -> Role.DETAIL;
    };
  }

  /// What was written between the questions, as the reader of any list understands it.
  private Reading merged(Reading between) {
    if (between.items().isEmpty()) {
      List<Integer> foreignLines =
          IntStream.range(0, outside.size())
              .filter(i -> isForeign(outside.get(i)))
              .boxed()
              .toList();
      warnings.add(
          ImportWarning.of(foreignLines.getFirst() + 1, Code.OUTSIDE_EXPORT, foreignLines.size()));
      return exported(items, marks.all(), warnings);
    }
    Comparator<ReadItem> byLine = Comparator.comparingInt(ReadItem::line);
    Comparator<ImportWarning> warningsByLine = Comparator.comparingInt(ImportWarning::line);
    return new Reading(
        SHAPE,
        List.of(),
        between.confidence(),
        Stream.concat(Stream.of(Reason.of("shape.exported")), between.because().stream()).toList(),
        Stream.concat(items.stream(), between.items().stream()).sorted(byLine).toList(),
        both(marks.all(), between.marks()),
        Stream.concat(warnings.stream(), between.warnings().stream())
            .sorted(warningsByLine)
            .toList());
  }

  private List<Mark> both(List<Mark> own, List<Mark> others) {
    @Nullable Mark[] mine = byLine(own);
    @Nullable Mark[] theirs = byLine(others);
    Marks both = new Marks(String.join("\n", lines));
    for (int line = 1; line <= lines.size(); line++) {
      Mark mark = mine[line];
      Mark other = theirs[line];
      Mark said = other != null && mark != null && mark.reason().equals(OUTSIDE) ? other : mark;
      if (said != null) {
        both.add(line, said.role(), said.item(), said.reason());
      }
    }
    return both.all();
  }

  private @Nullable Mark[] byLine(List<Mark> marks) {
    @Nullable Mark[] byLine = new Mark[lines.size() + 1];
    for (Mark mark : marks) {
      for (int line = mark.lines().from(); line <= mark.lines().to(); line++) {
        if (line < byLine.length) {
          byLine[line] = mark;
        }
      }
    }
    return byLine;
  }

  /// Neither empty nor one of the lines that an export itself writes between its questions.
  private static boolean isForeign(String line) {
    return !line.isBlank() && !line.matches("##? .*|<!--.*");
  }
}
