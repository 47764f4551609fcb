package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Unreadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds folds on the lines of the source, before any parsing, in all spellings: with and without
/// empty lines, the summary on one line or on many, nested, or as `::: details`.
final class Containers {

  private static final int LONGEST = 4000;
  private static final Pattern TAG =
      Pattern.compile("<(/?)(details|summary)\\b[^<>]*+>", Pattern.CASE_INSENSITIVE);
  private static final Pattern FENCE =
      Pattern.compile("^(?:\\s|>|[-*+]\\s|\\d{1,9}[.)]\\s)*+(`{3,}+|~{3,}+)([^`]*+)$");
  private static final Pattern DIRECTIVE =
      Pattern.compile("\\s*+:{3,}+\\s*+(\\w*+)\\s*+(.*+)", Pattern.DOTALL);
  private static final Pattern LAYOUT =
      Pattern.compile(
          "(?:\\s*+</?(?:p|div|br|b|center|span|font|section|article|i|em|strong|blockquote|h[1-6])\\b[^<>]*+>)++\\s*+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LEADING =
      Pattern.compile(
          "^\\s*+(?:</?(?:p|div|br|center|section|article)\\b[^<>]*+>\\s*+)++(?=\\S)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TRAILING =
      Pattern.compile(
          "</?(?:p|div|center|section|article)\\b[^<>]*+>\\s*+", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADING =
      Pattern.compile(
          "\\s*+<h([1-6])\\b[^<>]*+>(.*?)</h\\1>\\s*+(?:<br\\s*+/?+>\\s*+)?+",
          Pattern.CASE_INSENSITIVE);

  private final SourceText source;
  private final List<String> lines = new ArrayList<>();
  private final List<Fold> folds = new ArrayList<>();
  private final BitSet markup = new BitSet();
  private final int[] foldOf;
  private final int[] fences;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final StringBuilder summary = new StringBuilder();
  private int summaryFrom;
  private String fence = "";

  private Containers(SourceText source) {
    this.source = source;
    this.foldOf = new int[source.lines().size()];
    this.fences = new int[source.lines().size()];
    Arrays.fill(foldOf, -1);
  }

  static Prepared in(SourceText source) {
    Containers containers = new Containers(source);
    for (int line = 1; line <= source.lines().size(); line++) {
      containers.take(line);
    }
    while (!containers.open.isEmpty()) {
      containers.close(source.lines().size());
    }
    return new Prepared(
        containers.lines,
        containers.folds,
        containers.foldOf,
        containers.fences,
        containers.markup);
  }

  private void take(int number) {
    String line = source.line(number);
    String left = number <= source.front() ? "" : unfolded(number, line);
    foldOf[number - 1] = open.isEmpty() ? -1 : open.peek();
    boolean goesOn = number > 1 && fences[number - 2] >= 0;
    fences[number - 1] = fence.isEmpty() ? -1 : goesOn ? fences[number - 2] : number - 1;
    if (left.isBlank() && !line.isBlank()) {
      markup.set(number - 1);
    }
    lines.add(left);
  }

  /// What is left of a line when what lays out is taken away.
  private String unfolded(int number, String line) {
    if (summaryFrom == 0 && fenced(line)) {
      return line;
    }
    boolean inSummary = summaryFrom > 0;
    Matcher directive = DIRECTIVE.matcher(line);
    if (!inSummary && line.length() < LONGEST && directive.matches()) {
      directive(number, directive.group(1), directive.group(2));
      return "";
    }
    if (!inSummary && (line.indexOf('<') < 0 || line.length() > LONGEST)) {
      return line;
    }
    String left = withoutTags(number, line);
    if (left.indexOf('<') < 0 || left.length() > LONGEST) {
      return left;
    }
    Matcher heading = HEADING.matcher(left);
    if (heading.matches()) {
      return "#".repeat(Integer.parseInt(heading.group(1))) + " " + heading.group(2);
    }
    if (LAYOUT.matcher(left).matches()) {
      return "";
    }
    return withoutTrailing(LEADING.matcher(left).replaceFirst(""));
  }

  /// From the end, tag by tag: each is looked at once.
  private static String withoutTrailing(String line) {
    Matcher tag = TRAILING.matcher(line);
    int end = line.length();
    for (int at = line.lastIndexOf('<'); at >= 0; at = line.lastIndexOf('<', at - 1)) {
      if (!tag.region(at, end).matches()) {
        break;
      }
      end = at;
    }
    return line.substring(0, end);
  }

  private String withoutTags(int number, String line) {
    Matcher tag = TAG.matcher(line);
    StringBuilder left = new StringBuilder();
    int from = 0;
    boolean any = summaryFrom > 0;
    while (tag.find()) {
      if (tag.start() > 0 && line.charAt(tag.start() - 1) == '`') {
        continue;
      }
      any = true;
      keep(left, line.substring(from, tag.start()));
      from = tag.end();
      boolean closing = !tag.group(1).isEmpty();
      if (tag.group(2).equalsIgnoreCase("details")) {
        if (closing) {
          close(number);
        } else {
          open(number);
        }
      } else if (closing) {
        endSummary(number);
      } else if (!open.isEmpty()) {
        summaryFrom = number;
        summary.setLength(0);
      }
    }
    keep(left, line.substring(from));
    if (summaryFrom > 0) {
      summary.append('\n');
    }
    return any ? left.toString().stripLeading().isEmpty() ? "" : indented(line, left) : line;
  }

  private void keep(StringBuilder left, String text) {
    if (summaryFrom > 0) {
      summary.append(text);
    } else {
      left.append(text);
    }
  }

  private static String indented(String line, StringBuilder left) {
    String text = left.toString();
    String bare = text.strip();
    return bare.matches("[-*+]|\\d{1,9}[.)]") ? "" : line.startsWith(text) ? text : bare;
  }

  private void directive(int number, String name, String title) {
    if (name.isEmpty()) {
      close(number);
    } else {
      open(number);
      summaryFrom = number;
      summary.setLength(0);
      summary.append(name.equals("details") ? title : title.isEmpty() ? name : title);
      endSummary(number);
    }
  }

  private void open(int number) {
    if (open.size() >= SourceText.DEEPEST) {
      throw new Unreadable(Unreadable.Code.NESTED_TOO_DEEPLY, number);
    }
    int parent = open.isEmpty() ? -1 : open.peek();
    open.push(folds.size());
    folds.add(new Fold(new Lines(number, number), parent, new Lines(number, number), ""));
  }

  private void endSummary(int number) {
    if (summaryFrom > 0 && !open.isEmpty()) {
      Fold fold = folds.get(open.peek());
      folds.set(
          open.peek(),
          new Fold(
              fold.lines(), fold.parent(), new Lines(summaryFrom, number), summary.toString()));
    }
    summaryFrom = 0;
  }

  private void close(int number) {
    if (open.isEmpty()) {
      return;
    }
    endSummary(number);
    foldOf[number - 1] = open.peek();
    int index = open.pop();
    Fold fold = folds.get(index);
    folds.set(
        index,
        new Fold(
            new Lines(fold.lines().from(), number), fold.parent(), fold.summary(), fold.text()));
  }

  /// Whether the line is in, opens or ends a fence.
  private boolean fenced(String line) {
    if (line.length() > LONGEST) {
      return !fence.isEmpty();
    }
    if (fence.isEmpty() && line.indexOf("```") < 0 && line.indexOf("~~~") < 0) {
      return false;
    }
    Matcher matcher = FENCE.matcher(line);
    if (!matcher.matches()) {
      return !fence.isEmpty();
    }
    String marks = matcher.group(1);
    if (fence.isEmpty()) {
      fence = marks;
    } else if (marks.startsWith(fence) && matcher.group(2).isBlank()) {
      fence = "";
    }
    return true;
  }
}
