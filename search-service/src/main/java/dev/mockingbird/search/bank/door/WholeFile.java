package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Mark;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import dev.mockingbird.search.bank.reading.ShapeOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Markdown file as one question: what it is called is the question, all of it belongs to it. Its
/// topic is the category that it names, or the folder it lies in.
final class WholeFile {

  static final String SHAPE = "file";

  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]+");
  private static final Pattern CLOSING = Pattern.compile("#{1,6}");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```|~~~).*");

  /// Folders that say that there are questions in them and not which.
  private static final Set<String> NO_TOPICS =
      Set.of(
          "questions",
          "question",
          "posts",
          "_posts",
          "docs",
          "content",
          "source",
          "src",
          "题目",
          "面试题");

  private static final int ATTEMPTS = 5;

  private final SourceFile file;
  private final List<String> lines;
  private final FrontMatter front;
  private final int titleLine;
  private final int level;
  private final String title;

  private WholeFile(
      SourceFile file,
      List<String> lines,
      FrontMatter front,
      int titleLine,
      int level,
      String title) {
    this.file = file;
    this.lines = lines;
    this.front = front;
    this.titleLine = titleLine;
    this.level = level;
    this.title = title;
  }

  /// Empty when the file does not say what it is about: by a heading above everything else, or in
  /// its front matter.
  static Optional<WholeFile> of(SourceFile file) {
    if (file.format() != Format.MARKDOWN || ExportedMarkdown.is(file.text())) {
      return Optional.empty();
    }
    List<String> lines = file.text().lines().toList();
    FrontMatter front = FrontMatter.of(lines);
    Optional<WholeFile> headed = headed(file, lines, front);
    return headed.isPresent() || front.title().isBlank()
        ? headed
        : Optional.of(new WholeFile(file, lines, front, front.titleLine(), 1, front.title()));
  }

  /// Its first words are a heading, and no other stands as high.
  private static Optional<WholeFile> headed(
      SourceFile file, List<String> lines, FrontMatter front) {
    WholeFile first = null;
    boolean code = false;
    for (int i = front.lines(); i < lines.size(); i++) {
      String line = lines.get(i);
      code ^= FENCE.matcher(line).matches();
      Matcher heading = HEADING.matcher(line);
      if (!code && heading.lookingAt()) {
        int depth = heading.group(1).length();
        if (first == null) {
          first =
              new WholeFile(file, lines, front, i + 1, depth, words(line.substring(heading.end())));
        } else if (depth <= first.level) {
          return Optional.empty();
        }
      } else if (first == null && !line.isBlank()) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(first).filter(it -> !it.title.isBlank());
  }

  /// Without the signs that may close a heading.
  private static String words(String heading) {
    String words = heading.strip();
    int last = words.lastIndexOf(' ');
    return CLOSING.matcher(words.substring(last + 1)).matches()
        ? words.substring(0, last + 1).strip()
        : words;
  }

  String title() {
    return title;
  }

  /// Whatever else the reader of lists takes for a question or a topic is told to be its answer.
  Optional<Reading> read(Choice choice, double confidence, Reason because, Reading asList) {
    Map<Integer, Role> roles = new HashMap<>(choice.roles());
    roles.put(titleLine, Role.QUESTION);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Reading reading =
          MarkdownReader.read(text(), new Choice("heading-" + level, roles, choice.language()));
      List<Integer> others = others(reading);
      Optional<ReadItem> item =
          reading.items().stream().filter(it -> it.line() == titleLine).findFirst();
      if (others.isEmpty() && item.isPresent()) {
        return Optional.of(one(reading, item.get(), confidence, because, asList));
      }
      if (!others.stream()
          .map(line -> roles.put(line, Role.ANSWER))
          .allMatch(Role.ANSWER::equals)) {
        continue;
      }
      return Optional.empty();
    }
    return Optional.empty();
  }

  private List<Integer> others(Reading reading) {
    List<Integer> others = new ArrayList<>();
    reading.items().stream()
        .map(ReadItem::line)
        .filter(line -> line != titleLine)
        .forEach(others::add);
    reading.marks().stream()
        .filter(mark -> mark.role() == Role.TOPIC && mark.lines().from() > titleLine)
        .map(mark -> mark.lines().from())
        .forEach(others::add);
    return others;
  }

  /// Front matter that holds the title has it as a heading on its line.
  private String text() {
    if (titleLine > front.lines()) {
      return file.text();
    }
    List<String> headed = new ArrayList<>(lines);
    for (int i = 0; i < front.lines(); i++) {
      headed.set(i, i + 1 == titleLine ? "# " + title.replace("\n", " ") : "");
    }
    return String.join("\n", headed);
  }

  private Reading one(
      Reading reading, ReadItem item, double confidence, Reason because, Reading asList) {
    List<ShapeOption> shapes = new ArrayList<>();
    shapes.add(new ShapeOption(SHAPE, titleLine, title, 1));
    asList.shapes().stream().filter(it -> !it.shape().equals(SHAPE)).forEach(shapes::add);
    Reason reason = Reason.of("item.file");
    return new Reading(
        SHAPE,
        shapes,
        confidence,
        List.of(because),
        List.of(filed(item, reason)),
        reading.marks().stream()
            .map(mark -> mark.role() == Role.QUESTION ? said(mark, reason) : mark)
            .toList(),
        reading.warnings());
  }

  private static Mark said(Mark mark, Reason reason) {
    return new Mark(mark.lines(), mark.role(), mark.item(), reason);
  }

  private ReadItem filed(ReadItem item, Reason reason) {
    return new ReadItem(
        item.key(),
        item.line(),
        ReadItem.Kind.QUESTION,
        topic(item),
        item.title(),
        item.body(),
        item.staff(),
        tagged(item.metadata()),
        item.furtherTopics(),
        item.answerLines(),
        reason);
  }

  private List<String> topic(ReadItem item) {
    if (!front.category().isEmpty()) {
      return List.of(front.category());
    }
    String folder = file.folder();
    return folder.isEmpty() || NO_TOPICS.contains(folder.toLowerCase(java.util.Locale.ROOT))
        ? item.section()
        : List.of(folder);
  }

  private Metadata tagged(Metadata metadata) {
    return metadata.tags().isEmpty() ? metadata.tagged(front.tags()) : metadata;
  }
}
