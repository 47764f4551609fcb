package dev.mockingbird.search.index;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a text was hit, as plain text with marks around the hits.
///
/// A text is searched twice, by single tokens and by pairs. A single Han character that was hit
/// says nothing, so Chinese is marked by pairs and everything else by tokens.
public final class Highlights {

  public static final char OPEN = '\uE000';
  public static final char CLOSE = '\uE001';

  private static final int SNIPPET = 200;
  private static final int BEFORE_HIT = 60;

  private Highlights() {}

  /// @param highlights of `field` and `field.bi`, each the whole text with marks
  public static @Nullable String whole(Map<String, List<String>> highlights, String field) {
    return marked(highlights, field).map(it -> it.render(0, it.text().length())).orElse(null);
  }

  /// The surroundings of the first hit.
  public static @Nullable String snippet(Map<String, List<String>> highlights, String field) {
    return marked(highlights, field)
        .map(
            it -> {
              int from = Math.max(0, it.hits().nextSetBit(0) - BEFORE_HIT);
              return it.render(from, Math.min(it.text().length(), from + SNIPPET));
            })
        .orElse(null);
  }

  private static Optional<Marked> marked(Map<String, List<String>> highlights, String field) {
    Optional<Marked> tokens = only(highlights.get(field)).map(Marked::parse);
    Optional<Marked> pairs = only(highlights.get(field + ".bi")).map(Marked::parse);
    String text = pairs.or(() -> tokens).map(Marked::text).orElse("");
    BitSet hits = new BitSet();
    tokens.ifPresent(it -> it.hits().stream().filter(i -> !han(text, i)).forEach(hits::set));
    pairs.ifPresent(it -> it.hits().stream().filter(i -> han(text, i)).forEach(hits::set));
    if (hits.isEmpty()) {
      tokens.ifPresent(it -> hits.or(it.hits()));
    }
    return hits.isEmpty() ? Optional.empty() : Optional.of(new Marked(text, hits));
  }

  private static boolean han(String text, int index) {
    return Character.UnicodeScript.of(text.charAt(index)) == Character.UnicodeScript.HAN;
  }

  private static Optional<String> only(@Nullable List<String> fragments) {
    return fragments == null || fragments.isEmpty()
        ? Optional.empty()
        : Optional.of(fragments.getFirst());
  }

  private record Marked(String text, BitSet hits) {

    static Marked parse(String marked) {
      StringBuilder text = new StringBuilder(marked.length());
      BitSet hits = new BitSet();
      boolean hit = false;
      for (int i = 0; i < marked.length(); i++) {
        char c = marked.charAt(i);
        if (c == OPEN || c == CLOSE) {
          hit = c == OPEN;
        } else {
          hits.set(text.length(), hit);
          text.append(c);
        }
      }
      return new Marked(text.toString(), hits);
    }

    String render(int from, int to) {
      StringBuilder marked = new StringBuilder();
      boolean open = false;
      for (int i = from; i < to; i++) {
        if (hits.get(i) != open) {
          marked.append(open ? CLOSE : OPEN);
          open = !open;
        }
        marked.append(text.charAt(i));
      }
      return open ? marked.append(CLOSE).toString() : marked.toString();
    }
  }
}
