package dev.mockingbird.search.bank.export;

import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.door.ExportedMarkdown.Part;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Notes for Anki: the question in front, its answer and key points behind. A note keeps its
/// question's id, so that importing again into Anki changes it and adds none.
final class AnkiWriter implements BankWriter {

  private static final String DECK = "Mockingbird";
  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /// HTML in a text is shown as text.
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .build();

  private final Writer out;
  private final de.siegmar.fastcsv.writer.CsvWriter notes;

  AnkiWriter(Writer out) {
    this.out = out;
    this.notes =
        de.siegmar.fastcsv.writer.CsvWriter.builder()
            .bufferSize(0)
            .fieldSeparator('\t')
            .lineDelimiter(LineDelimiter.LF)
            .build(out);
  }

  @Override
  public void begin() throws IOException {
    out.write(
        """
        #separator:tab
        #html:true
        #guid column:1
        #notetype column:2
        #deck column:3
        #tags column:6
        """);
  }

  @Override
  public void write(Question question) {
    QuestionSnapshot content = question.content();
    notes.writeRecord(
        content.id(),
        "Basic",
        deck(content.topic()),
        front(content),
        back(question),
        tags(content));
  }

  private static String deck(String topic) {
    String name = topic.replace("::", ":").replaceAll("\\s+", " ").strip();
    return name.isEmpty() ? DECK : DECK + "::" + name;
  }

  private static String front(QuestionSnapshot content) {
    return "<div>" + escaped(content.title()) + "</div>" + html(content.body());
  }

  private static String back(Question question) {
    StaffMaterial staff = question.staff();
    Language language = question.content().language();
    return html(staff.reference())
        + list(Part.KEY_POINTS, staff.keyPoints().stream().map(KeyPoint::text).toList(), language)
        + list(Part.SOURCES, staff.sources(), language);
  }

  private static String list(Part part, List<String> entries, Language language) {
    return entries.isEmpty()
        ? ""
        : entries.stream()
            .map(entry -> "<li>" + escaped(entry) + "</li>")
            .collect(
                Collectors.joining("", "<p><b>" + part.label(language) + "</b></p><ul>", "</ul>"));
  }

  private static String tags(QuestionSnapshot content) {
    return content.tags().stream()
        .map(tag -> tag.strip().replaceAll("\\s+", "_"))
        .filter(tag -> !tag.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// Parsing and rendering go as deep as the text is nested; what nobody wrote for a reader to see
  /// is written as it stands.
  private static String html(String markdown) {
    try {
      return HTML.render(MARKDOWN.parse(markdown)).strip();
    } catch (StackOverflowError _) {
      return "<pre>" + escaped(markdown) + "</pre>";
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
