package dev.mockingbird.search.bank.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A short run of Markdown without its markup.
///
/// @param text its words; a line break is a space, pictures are left out
/// @param unlinked what of it stands in no link
/// @param plain what of it is neither bold nor set in italics
/// @param opening the bold run it begins with
/// @param links where its links lead
/// @param pictures how many it has
record Inline(
    String text, String unlinked, String plain, String opening, List<String> links, int pictures) {

  private static final int LONGEST = 4000;
  private static final int MOST_COMMENTS = 9;
  private static final Pattern OPENING = Pattern.compile("<[!?]");
  private static final Pattern ADDRESS =
      Pattern.compile("\\bhref\\s*+=\\s*+[\"']([^\"']*+)", Pattern.CASE_INSENSITIVE);
  private static final String MARKUP = "*_[]<>`\\&!~";
  private static final Parser PARSER = Parser.builder().build();

  static Inline of(String markdown) {
    String text = markdown.length() > LONGEST ? markdown.substring(0, LONGEST) : markdown;
    if (text.chars().noneMatch(at -> MARKUP.indexOf(at) >= 0)) {
      String bare = text.replace('\n', ' ').strip();
      return new Inline(bare, bare, bare, "", List.of(), 0);
    }
    return new Reader().read(calm(text));
  }

  /// A parser looks for the end of each comment to the end of the line.
  private static String calm(String text) {
    long comments = OPENING.matcher(text).results().limit(MOST_COMMENTS).count();
    return comments < MOST_COMMENTS ? text : OPENING.matcher(text).replaceAll(" ");
  }

  /// Goes through the tree without recursion: the depth of emphasis is the author's.
  private static final class Reader {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder unlinked = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder opening = new StringBuilder();
    private final List<String> links = new ArrayList<>();
    private int pictures;
    private int linked;
    private int anchors;
    private int strong;
    private boolean opened;

    Inline read(String markdown) {
      // As a heading, no run can be taken for another block.
      @Nullable Node block = PARSER.parse("# " + markdown.replace('\n', ' ')).getFirstChild();
      @Nullable Node at = block == null ? null : block.getFirstChild();
      while (at != null) {
        enter(at);
        if (at.getFirstChild() != null && !(at instanceof Image)) {
          at = at.getFirstChild();
          continue;
        }
        leave(at);
        while (at.getNext() == null && at.getParent() != block && at.getParent() != null) {
          at = at.getParent();
          leave(at);
        }
        at = at.getNext();
      }
      return new Inline(
          text.toString().replace('\u00A0', ' ').strip(),
          unlinked.toString().strip(),
          plain.toString().strip(),
          opening.toString().strip(),
          links,
          pictures);
    }

    private void enter(Node node) {
      switch (node) {
        case Text it -> words(it.getLiteral());
        case Code it -> say(it.getLiteral());
        case SoftLineBreak _ -> say(" ");
        case HardLineBreak _ -> say(" ");
        case HtmlInline html -> tag(html.getLiteral());
        case Image _ -> pictures++;
        case Link link -> {
          links.add(link.getDestination());
          linked++;
        }
        case StrongEmphasis _ -> strong++;
        case Emphasis _ -> strong++;
        default -> {}
      }
    }

    private void leave(Node node) {
      switch (node) {
        case Link _ -> linked--;
        case StrongEmphasis _ -> strong--;
        case Emphasis _ -> strong--;
        default -> {}
      }
    }

    private void tag(String tag) {
      String name = tag.toLowerCase(java.util.Locale.ROOT);
      if (name.startsWith("<b>") || name.startsWith("<strong")) {
        strong++;
      } else if (name.equals("</b>") || name.equals("</strong>")) {
        strong = Math.max(0, strong - 1);
      } else if (name.startsWith("<a ")) {
        anchor(tag);
      } else if (name.equals("</a>")) {
        linked = anchors > 0 ? linked - 1 : linked;
        anchors = Math.max(0, anchors - 1);
      } else if (name.startsWith("<br")) {
        say(" ");
      } else if (name.startsWith("<img")) {
        pictures++;
      }
    }

    private void anchor(String tag) {
      Matcher address = ADDRESS.matcher(tag);
      if (address.find()) {
        links.add(address.group(1));
        linked++;
        anchors++;
      }
    }

    /// Between two Han characters and a punctuation mark, two asterisks are no emphasis to
    /// CommonMark, but they are to everybody who writes Chinese.
    private void words(String literal) {
      int from = 0;
      for (int at = literal.indexOf("**"); at >= 0; at = literal.indexOf("**", from)) {
        say(literal.substring(from, at));
        from = at + 2;
        if (literal.startsWith("*", from) || arithmetic(literal, at)) {
          say("**");
        } else {
          strong = strong == 0 ? 1 : strong - 1;
        }
      }
      say(literal.substring(from));
    }

    private static boolean arithmetic(String literal, int at) {
      return at > 0 && Character.isDigit(literal.charAt(at - 1))
          || at > 0
              && at + 2 < literal.length()
              && literal.charAt(at - 1) == ' '
              && literal.charAt(at + 2) == ' ';
    }

    private void say(String words) {
      text.append(words);
      if (linked == 0) {
        unlinked.append(words);
      }
      if (strong == 0) {
        plain.append(words);
        opened |= !words.isBlank();
      } else if (!opened) {
        opening.append(words);
      }
    }
  }
}
