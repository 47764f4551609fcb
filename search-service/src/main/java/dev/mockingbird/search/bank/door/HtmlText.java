package dev.mockingbird.search.bank.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The text of an HTML fragment as Markdown. What has no place in Markdown goes, its words stay;
/// what would be markup in Markdown is escaped, so that no text becomes HTML on its way.
///
/// @param title its first line, plain
/// @param body what follows the first line
/// @param media names of images and sounds that were left out
record HtmlText(String title, String body, String markdown, List<String> media) {

  private static final int DEEPEST = 60;
  private static final Pattern SOUND = Pattern.compile("\\[sound:([^]]{0,300})]");
  private static final Pattern SIGNS = Pattern.compile("([\\\\`*_\\[\\]<~])");
  private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w{1,31};)");
  private static final Pattern LINE_START =
      Pattern.compile("(?m)^( {0,3})(#{1,6}(?=\\s|$)|>|={3,}|-{3,})");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n(?:[ \\t]*+\\n){2,}+");

  static HtmlText of(String html) {
    Writer writer = new Writer();
    Element body = Jsoup.parseBodyFragment(html).body();
    writer.children(body, 0);
    String markdown = EMPTY_LINES.matcher(writer.text.toString()).replaceAll("\n\n").strip();
    return split(plain(body), markdown, writer.media);
  }

  static HtmlText ofPlain(String text) {
    List<String> media = new ArrayList<>();
    String bare = withoutSounds(text, media).strip();
    int end = bare.indexOf('\n');
    return end < 0
        ? new HtmlText(bare, "", bare, media)
        : new HtmlText(bare.substring(0, end).strip(), bare.substring(end).strip(), bare, media);
  }

  static String plain(String html) {
    return plain(Jsoup.parseBodyFragment(html).body()).lines().findFirst().orElse("");
  }

  private static HtmlText split(String plain, String markdown, List<String> media) {
    String title = plain.lines().findFirst().orElse("").strip();
    int end = markdown.startsWith("```") ? 0 : markdown.indexOf('\n');
    String first = end < 0 ? markdown : markdown.substring(0, end);
    String rest = end < 0 ? "" : markdown.substring(end).replaceFirst("^\\s*\\n", "").strip();
    boolean code = first.isEmpty() || markdown.startsWith("```");
    return new HtmlText(title, code ? markdown : rest, markdown, media);
  }

  private static String plain(Element body) {
    return SOUND.matcher(body.wholeText().isBlank() ? "" : lines(body)).replaceAll("").strip();
  }

  /// Its words, a line for each block.
  private static String lines(Element body) {
    StringBuilder words = new StringBuilder();
    body.traverse(
        (node, _) -> {
          if (node instanceof TextNode text) {
            boolean verbatim = text.parent() instanceof Element it && it.closest("pre") != null;
            words.append(
                verbatim ? text.getWholeText() : text.getWholeText().replaceAll("\\s+", " "));
          } else if (node instanceof Element element
              && (element.isBlock() || element.nameIs("br"))
              && !words.isEmpty()) {
            words.append('\n');
          }
        });
    return words
        .toString()
        .lines()
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String withoutSounds(String text, List<String> media) {
    return SOUND
        .matcher(text)
        .replaceAll(
            sound -> {
              media.add(sound.group(1));
              return "";
            });
  }

  private static String escaped(String text) {
    String signs = SIGNS.matcher(text).replaceAll("\\\\$1");
    return LINE_START.matcher(ENTITY.matcher(signs).replaceAll("&amp;")).replaceAll("$1\\\\$2");
  }

  /// Walks the fragment and writes Markdown.
  private static final class Writer {

    private final StringBuilder text = new StringBuilder();
    private final List<String> media = new ArrayList<>();

    void children(Element parent, int depth) {
      if (depth > DEEPEST) {
        text.append(escaped(parent.text()));
        return;
      }
      for (Node child : parent.childNodes()) {
        switch (child) {
          case TextNode words ->
              text.append(
                  escaped(
                      withoutSounds(words.getWholeText(), media).replaceAll("[\\s\\u00a0]+", " ")));
          case Element element -> element(element, depth + 1);
          default -> {}
        }
      }
    }

    private void element(Element element, int depth) {
      switch (element.normalName()) {
        case "script", "style", "iframe", "object", "template", "noscript" -> {}
        case "br" -> text.append("\n");
        case "hr" -> text.append("\n\n---\n\n");
        case "img" -> media.add(element.attr("src"));
        case "b", "strong" -> around(element, "**", depth);
        case "i", "em" -> around(element, "*", depth);
        case "code", "kbd", "samp", "tt" -> code(element.text());
        case "pre" -> fenced(element.wholeText());
        case "a" -> link(element, depth);
        case "h1", "h2", "h3", "h4", "h5", "h6" -> block(() -> around(element, "**", depth));
        case "li" -> block(() -> children(element, depth));
        case "ul", "ol" -> list(element, depth);
        case "blockquote" -> indented(element, "> ", "> ", depth);
        case "table" -> table(element);
        default -> {
          if (element.isBlock()) {
            block(() -> children(element, depth));
          } else {
            children(element, depth);
          }
        }
      }
    }

    private void block(Runnable content) {
      text.append("\n\n");
      content.run();
      text.append("\n\n");
    }

    private void around(Element element, String sign, int depth) {
      String words = part(element, depth).strip();
      if (!words.isEmpty()) {
        text.append(words.contains("\n") ? words : sign + words + sign);
      }
    }

    private String part(Element element, int depth) {
      Writer part = new Writer();
      part.children(element, depth);
      media.addAll(part.media);
      return EMPTY_LINES.matcher(part.text.toString()).replaceAll("\n\n");
    }

    private void code(String words) {
      String fence = "`".repeat(longestRun(words) + 1);
      String space = words.startsWith("`") || words.endsWith("`") ? " " : "";
      text.append(words.isBlank() ? "" : fence + space + words + space + fence);
    }

    private void fenced(String code) {
      String fence = "`".repeat(Math.max(3, longestRun(code) + 1));
      text.append("\n\n")
          .append(fence)
          .append('\n')
          .append(code.replaceFirst("^\\n", "").stripTrailing());
      text.append('\n').append(fence).append("\n\n");
    }

    private static int longestRun(String code) {
      int longest = 0;
      int run = 0;
      for (int i = 0; i < code.length(); i++) {
        run = code.charAt(i) == '`' ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    }

    private void link(Element element, int depth) {
      String words = part(element, depth).strip();
      String address = element.attr("href").strip();
      boolean safe = address.toLowerCase(Locale.ROOT).matches("(https?|mailto):[^\\s<>()]+");
      text.append(safe ? "[" + words + "](" + address + ")" : words);
    }

    private void list(Element list, int depth) {
      text.append("\n\n");
      int number = 1;
      for (Element entry : list.children()) {
        String marker = list.normalName().equals("ol") ? number++ + ". " : "- ";
        indented(entry, marker, " ".repeat(marker.length()), depth);
        text.append('\n');
      }
      text.append('\n');
    }

    private void indented(Element element, String first, String others, int depth) {
      String content = part(element, depth).strip();
      text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n\n");
      text.append(first).append(content.replace("\n", "\n" + others));
      text.append(element.nameIs("blockquote") ? "\n\n" : "");
    }

    private void table(Element table) {
      text.append("\n\n");
      boolean first = true;
      for (Element row : table.select("tr")) {
        List<String> cells =
            row.children().stream().map(it -> escaped(it.text()).replace("|", "\\|")).toList();
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        if (first) {
          text.append("|").append(" --- |".repeat(cells.size())).append('\n');
        }
        first = false;
      }
      text.append("\n\n");
    }
  }
}
