package dev.mockingbird.search.bank.export;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.door.ExportedMarkdown;
import dev.mockingbird.search.bank.door.ExportedMarkdown.Part;
import dev.mockingbird.search.bank.reading.MetadataComment;
import dev.mockingbird.search.bank.reading.Quoted;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Markdown for people, with marks by which it comes back equal; the package describes them.
final class MarkdownWriter implements BankWriter {

  private final Writer out;
  private String topic = "";

  MarkdownWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void begin() throws IOException {
    lines(
        ExportedMarkdown.FIRST_LINE,
        "",
        "# Mockingbird question bank",
        "",
        "<!-- The comments tell what each part is. Edit the texts, and keep the comments. -->",
        "");
  }

  @Override
  public void write(Question question) throws IOException {
    QuestionSnapshot content = question.content();
    if (!content.topic().equals(topic)) {
      topic = content.topic();
      lines(ExportedMarkdown.TOPIC + Quoted.line(topic), "");
    }
    lines(
        ExportedMarkdown.QUESTION + Quoted.line(content.title()),
        metadata(question).toString(),
        "");
    Language language = content.language();
    text(Part.BODY, content.body(), language);
    text(Part.REFERENCE, question.staff().reference(), language);
    entries(
        Part.KEY_POINTS,
        question.staff().keyPoints().stream().map(it -> weighted(it, language)),
        language);
    entries(Part.HINTS, quoted(question.staff().hints()), language);
    entries(Part.RUBRIC, quoted(question.staff().rubric()), language);
    entries(Part.FOLLOW_UPS, quoted(question.staff().followUps()), language);
    entries(Part.SOURCES, quoted(question.staff().sources()), language);
    lines(ExportedMarkdown.END, "");
  }

  private static MetadataComment metadata(Question question) {
    QuestionSnapshot content = question.content();
    return new MetadataComment()
        .with("id", content.id())
        .with("lang", content.language() == Language.CHINESE ? "zh" : "en")
        .with("difficulty", content.difficulty().name().toLowerCase(Locale.ROOT))
        .with("minutes", Integer.toString(content.minutes()))
        .with("tags", content.tags())
        .with("also", question.filing().furtherTopics())
        .with("translation", question.filing().translationKey())
        .with("source", question.filing().source());
  }

  private static String weighted(KeyPoint point, Language language) {
    String weight =
        switch (language) {
          case CHINESE -> "（权重 " + point.weight() + "）";
          case ENGLISH -> " (weight " + point.weight() + ")";
        };
    return Quoted.line(point.text()) + weight;
  }

  private static Stream<String> quoted(List<String> entries) {
    return entries.stream().map(Quoted::line);
  }

  private void entries(Part part, Stream<String> entries, Language language) throws IOException {
    List<String> lines = entries.map(entry -> "- " + entry).toList();
    if (!lines.isEmpty()) {
      part(part, lines, language);
    }
  }

  private void text(Part part, String text, Language language) throws IOException {
    if (!text.isEmpty()) {
      part(
          part,
          standsAsItIs(text)
              ? text.lines().map(ExportedMarkdown::escaped).toList()
              : List.of(Quoted.of(text)),
          language);
    }
  }

  private static boolean standsAsItIs(String text) {
    List<String> lines = text.lines().toList();
    return Quoted.sturdy(text)
        && !text.endsWith("\n")
        && !lines.getFirst().isBlank()
        && !lines.getLast().isBlank()
        && Quoted.read(text.strip()).isEmpty();
  }

  private void part(Part part, List<String> content, Language language) throws IOException {
    for (String line : part.opening(language)) {
      lines(line);
    }
    lines("");
    for (String line : content) {
      lines(line);
    }
    lines("");
  }

  private void lines(String... lines) throws IOException {
    for (String line : lines) {
      out.write(line);
      out.write('\n');
    }
  }
}
