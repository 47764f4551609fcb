package dev.mockingbird.scoring.languagemodel;

import dev.mockingbird.events.ScoreEvent.Span;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as a reader sees it, which is how the model gets it: Unicode NFC, and without what is not
/// seen (format and control characters, variation selectors). Marks of chat templates such as
/// `<|im_end|>` are pulled apart, so that they are text for every server. Each character knows
/// where in the original it comes from.
final class Legible {

  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private final StringBuilder text = new StringBuilder();
  private int[] from;
  private int[] to;

  private Legible(int length) {
    from = new int[length];
    to = new int[length];
  }

  static Legible of(String original) {
    Legible legible = new Legible(original.length() + 1);
    // Composition never reaches over the border of a grapheme cluster.
    Matcher cluster = CLUSTER.matcher(original);
    while (cluster.find()) {
      legible.add(seen(cluster.group()), cluster.start(), cluster.end());
    }
    return legible;
  }

  String text() {
    return text.toString();
  }

  /// Where the original says this, word for word: the same characters with the same case, where
  /// only the kind and amount of white space may differ, from the border of a word to the border of
  /// a word. The first such place.
  Optional<Span> find(String quote) {
    Collapsed wanted = Collapsed.of(of(quote).text());
    Collapsed whole = Collapsed.of(text());
    String words = wanted.text().strip();
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    int at = whole.text().indexOf(words);
    while (at >= 0 && !wholeWords(whole.text(), at, at + words.length())) {
      at = whole.text().indexOf(words, at + 1);
    }
    return at < 0
        ? Optional.empty()
        : Optional.of(new Span(from[whole.at()[at]], to[whole.at()[at + words.length() - 1]]));
  }

  private static boolean wholeWords(String text, int from, int to) {
    return !(from > 0 && inWord(text.codePointBefore(from)) && inWord(text.codePointAt(from)))
        && !(to < text.length()
            && inWord(text.codePointBefore(to))
            && inWord(text.codePointAt(to)));
  }

  /// Scripts without spaces have a border everywhere.
  private static boolean inWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint) && !Character.isIdeographic(codePoint);
  }

  private static String seen(String cluster) {
    if (cluster.equals("\r\n") || cluster.equals("\r")) {
      return "\n";
    }
    StringBuilder seen = new StringBuilder();
    cluster
        .codePoints()
        .filter(it -> !hidden(it))
        .map(it -> Character.getType(it) == Character.SURROGATE ? 0xFFFD : it)
        .forEach(seen::appendCodePoint);
    return Normalizer.normalize(seen, Normalizer.Form.NFC);
  }

  private static boolean hidden(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.FORMAT
        || (type == Character.CONTROL && codePoint != '\n' && codePoint != '\t')
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  private void add(String seen, int start, int end) {
    for (int i = 0; i < seen.length(); i++) {
      if (seen.charAt(i) == '|' && !text.isEmpty() && text.charAt(text.length() - 1) == '<') {
        put(' ', start, end);
      }
      put(seen.charAt(i), start, end);
    }
  }

  private void put(char c, int start, int end) {
    int at = text.length();
    if (at == from.length) {
      from = Arrays.copyOf(from, at * 2);
      to = Arrays.copyOf(to, at * 2);
    }
    from[at] = start;
    to[at] = end;
    text.append(c);
  }

  /// Each run of white space as one space.
  ///
  /// @param at for each character its place before
  private record Collapsed(String text, int[] at) {

    static Collapsed of(String text) {
      StringBuilder collapsed = new StringBuilder();
      int[] at = new int[text.length()];
      boolean space = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean now = Character.isWhitespace(c) || Character.isSpaceChar(c);
        if (!(now && space)) {
          at[collapsed.length()] = i;
          collapsed.append(now ? ' ' : c);
        }
        space = now;
      }
      return new Collapsed(collapsed.toString(), at);
    }
  }
}
