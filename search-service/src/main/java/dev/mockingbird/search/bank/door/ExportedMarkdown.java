package dev.mockingbird.search.bank.door;

import dev.mockingbird.events.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lines by which an exported Markdown file tells what each of its parts is; whoever writes one
/// and whoever reads it back take them from here. `bank.export` describes the whole form.
public final class ExportedMarkdown {

  /// The first line of the file.
  public static final String FIRST_LINE = "<!-- mockingbird: bank 1 -->";

  public static final String END = "<!-- end -->";
  public static final String TOPIC = "## ";
  public static final String QUESTION = "### ";

  /// A line of a text that looks as if it told something, however often it was escaped.
  private static final Pattern LOOKS_LIKE_A_MARK =
      Pattern.compile("\\\\*<!-- (?:id: |part: |end -->).*");

  private static final Pattern PART_LINE = Pattern.compile("<!-- part: ([a-z-]+) -->\\s*");
  private static final String ID = "<!-- id: ";

  /// A part of a question, and the label that people read above it.
  public enum Part {
    BODY("", ""),
    REFERENCE("参考答案", "Reference answer"),
    KEY_POINTS("要点", "Key points"),
    HINTS("提示", "Hints"),
    RUBRIC("评分标准", "Rubric"),
    FOLLOW_UPS("追问", "Follow-ups"),
    SOURCES("来源", "Sources");

    private final String chinese;
    private final String english;

    Part(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    /// What people read above it; empty for the body.
    public String label(Language language) {
      return switch (language) {
        case CHINESE -> chinese;
        case ENGLISH -> english;
      };
    }

    /// The lines that open it.
    public List<String> opening(Language language) {
      String mark = "<!-- part: " + name().toLowerCase(Locale.ROOT).replace('_', '-') + " -->";
      String label = label(language);
      return label.isEmpty() ? List.of(mark) : List.of(mark, "**" + label + "**");
    }

    static Optional<Part> opened(String line) {
      Matcher mark = PART_LINE.matcher(line);
      return mark.matches()
          ? Stream.of(values())
              .filter(
                  it -> it.name().equals(mark.group(1).toUpperCase(Locale.ROOT).replace('-', '_')))
              .findFirst()
          : Optional.empty();
    }
  }

  private ExportedMarkdown() {}

  /// A line of a text as it may stand in the file.
  public static String escaped(String line) {
    return LOOKS_LIKE_A_MARK.matcher(line).matches() ? "\\" + line : line;
  }

  static String unescaped(String line) {
    return line.startsWith("\\") && LOOKS_LIKE_A_MARK.matcher(line).matches()
        ? line.substring(1)
        : line;
  }

  static boolean is(String text) {
    return text.startsWith(FIRST_LINE);
  }

  static boolean opensQuestion(String line) {
    return line.startsWith(ID) && line.stripTrailing().endsWith("-->");
  }

  static boolean ends(String line) {
    return line.stripTrailing().equals(END);
  }
}
