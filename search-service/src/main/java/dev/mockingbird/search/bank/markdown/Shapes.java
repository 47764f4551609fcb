package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Works out which kind of block holds the questions, by what speaks for each: how many of its
/// blocks ask, how much of the asking it explains, whether its numbers count, how much of the text
/// belongs to one of them.
final class Shapes {

  private final List<Piece> pieces;
  private final List<@Nullable Reason> chrome;
  private final Map<String, List<Integer>> members = new LinkedHashMap<>();
  private final long lone;
  private int asking;

  private Shapes(List<Piece> pieces, List<@Nullable Reason> chrome) {
    this.pieces = pieces;
    this.chrome = chrome;
    this.lone = pieces.stream().filter(it -> it.said().style().equals(Marker.LONE)).count();
  }

  /// The likeliest first; none when nothing speaks.
  static List<Ranked> rank(List<Piece> pieces, List<@Nullable Reason> chrome) {
    Shapes shapes = new Shapes(pieces, chrome);
    shapes.collect();
    List<Ranked> ranked = new ArrayList<>();
    // A heading that says question once names a topic.
    shapes
        .members
        .entrySet()
        .removeIf(it -> it.getKey().endsWith("-label") && it.getValue().size() < 2);
    shapes.members.forEach((shape, starts) -> ranked.add(shapes.score(shape, starts)));
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
    return preferringEmphasis(preferringAll(preferringWhole(ranked)));
  }

  private void collect() {
    boolean asks = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (chrome.get(i) != null || !piece.speaks()) {
        continue;
      }
      if (piece.is(Piece.Kind.ROW)) {
        if (piece.level() == 1) {
          asks = Table.questionColumn(pieces, i).isPresent();
        } else if (asks) {
          members.computeIfAbsent(Shape.TABLE, _ -> new ArrayList<>()).add(i);
          asking++;
        }
        continue;
      }
      boolean counted = false;
      for (String shape : Shape.of(piece)) {
        if (!mayBeQuestion(piece, shape)) {
          continue;
        }
        if (!counted && asks(i) && !piece.continued()) {
          asking++;
          counted = true;
        }
        members.computeIfAbsent(shape, _ -> new ArrayList<>()).add(i);
      }
    }
  }

  static boolean mayBeQuestion(Piece piece, String shape) {
    Said said = piece.said();
    if (shape.endsWith("-label")) {
      return true;
    }
    if (said.text().isEmpty() && said.style().equals("Q")) {
      return true;
    }
    return Said.hasWords(said.text())
        && !Wording.isPlaceholder(said.text())
        && (said.style().equals("Q") || !isLabel(said.text()));
  }

  private static boolean isLabel(String text) {
    return Label.of(text).filter(it -> it.alone() || it.part() != Label.Part.BODY).isPresent();
  }

  private boolean asks(int index) {
    Piece piece = pieces.get(index);
    return piece.said().style().equals("Q")
        || piece.said().style().equals(Marker.LONE) && lone > 1
        || Wording.asks(piece.said().text());
  }

  private Ranked score(String shape, List<Integer> starts) {
    int n = starts.size();
    int asks = (int) starts.stream().filter(this::asks).count();
    boolean titled = false;
    if (shape.startsWith("heading") && asks * 2 < n && n > 2) {
      int below = starts.stream().mapToInt(this::asksBelow).sum();
      titled = below * 2 >= n && below <= n * 2;
      asks = titled ? Math.max(asks, Math.min(n, below)) : asks;
    }
    if (shape.equals(Shape.TABLE)) {
      asks = n;
    }
    double ratio = (asks + 0.3) / (n + 0.6);
    double recall = asking == 0 ? 0 : Math.min(1, (double) asks / asking);
    double sequence = sequence(starts);
    double labelled =
        shape.endsWith("-label")
            ? 1
            : (double) starts.stream().filter(i -> pieces.get(i).said().style().equals("Q")).count()
                / n;
    double distinct =
        (double)
                starts.stream()
                    .map(i -> Map.entry(pieces.get(i).said().text(), nameless(i) ? i : 0))
                    .distinct()
                    .count()
            / n;
    double many = Math.min(1, Math.log(1 + n) / Math.log(20));
    double score =
        ratio
            + 0.9 * recall
            + 0.6 * sequence * many
            + 0.4 * labelled
            + 0.5 * coverage(shape, starts) * many
            + 0.3 * many
            + prior(shape, n, asks)
            - (distinct < 0.5 && sequence < 0.5 ? 0.5 : 0);
    return new Ranked(shape, score, n, asks, sequence, titled, starts.getFirst());
  }

  /// Only numbered or labelled; its words stand below.
  private boolean nameless(int index) {
    Said said = pieces.get(index).said();
    return said.text().isEmpty() || said.style().equals(Marker.LONE);
  }

  /// Emphasis that tells the asking entries of a list from the others is their mark.
  private static List<Ranked> preferringEmphasis(List<Ranked> ranked) {
    Ranked first = ranked.isEmpty() ? null : ranked.getFirst();
    if (first == null) {
      return ranked;
    }
    for (Ranked bold : ranked) {
      int others = first.starts() - bold.starts();
      if (bold.shape().equals(first.shape() + "-bold")
          && bold.starts() * 2 >= first.starts()
          && others > 0
          && first.asking() - bold.asking() < 0.6 * bold.askRatio() * others) {
        List<Ranked> reordered = new ArrayList<>(ranked);
        reordered.remove(bold);
        reordered.addFirst(bold);
        return reordered;
      }
    }
    return ranked;
  }

  /// A label in front of a few does not make them another kind when the others ask as well.
  private static List<Ranked> preferringWhole(List<Ranked> ranked) {
    Ranked first = ranked.isEmpty() ? null : ranked.getFirst();
    if (first == null || !first.shape().matches(".*-(?:question|bold)")) {
      return ranked;
    }
    String whole = first.shape().replaceFirst("-(?:question|bold)$", "");
    for (Ranked it : ranked) {
      if (it.shape().equals(whole)
          && ((it.asking() - first.asking()) * 2 > it.starts() - first.starts()
              || first.starts() * 5 < it.starts() && it.askRatio() > 0.2)) {
        List<Ranked> reordered = new ArrayList<>(ranked);
        reordered.remove(it);
        reordered.addFirst(it);
        return reordered;
      }
    }
    return ranked;
  }

  /// Entries of one list are one shape, though some of them hold a heading and a few do not.
  private static List<Ranked> preferringAll(List<Ranked> ranked) {
    Ranked first = ranked.isEmpty() ? null : ranked.getFirst();
    if (first == null || !first.shape().startsWith("list-")) {
      return ranked;
    }
    for (Ranked list : ranked) {
      if (list.shape().matches("(?:bullet|number)-1")
          && list.starts() >= first.starts()
          && list.starts() <= first.starts() * 1.1
          && list.askRatio() > first.askRatio() - 0.1) {
        List<Ranked> reordered = new ArrayList<>(ranked);
        reordered.remove(list);
        reordered.addFirst(list);
        return reordered;
      }
    }
    return ranked;
  }

  private static double prior(String shape, int starts, int asks) {
    return switch (shape) {
      case Shape.SUMMARY -> 0.5;
      case Shape.PARAGRAPH -> -0.3;
      case Shape.LINE -> -0.4;
      case Shape.TABLE -> -0.2;
      default -> {
        if (shape.startsWith("heading")) {
          if (starts < 4 && asks == 0) {
            yield -0.3;
          }
          // Where two levels speak alike, the upper one holds the lower.
          yield 0.41 - 0.01 * (shape.charAt(8) - '0');
        }
        if (shape.startsWith("folded-")) {
          yield -0.4;
        }
        if (shape.endsWith("-indented")) {
          yield -0.5;
        }
        if (shape.endsWith("-bold") || shape.endsWith("-question")) {
          yield 0.05;
        }
        if (shape.matches("(?:quote-)?(?:bullet|number)-[2-9].*")) {
          yield -0.4;
        }
        yield 0;
      }
    };
  }

  /// How many paragraphs below a heading, and before the next one, ask; nothing else may.
  private int asksBelow(int index) {
    int below = 0;
    for (int i = index + 1; i < pieces.size() && !pieces.get(i).is(Piece.Kind.HEADING); i++) {
      Piece piece = pieces.get(i);
      if (Shape.of(piece).contains(Shape.PARAGRAPH) && Wording.asks(piece.said().text())) {
        below++;
      } else if (i == index + 1 && !piece.is(Piece.Kind.TEXT) && !piece.kind().isEntry()) {
        return 0;
      }
    }
    return below;
  }

  /// How much of the numbers counts on, in runs that are long.
  private double sequence(List<Integer> starts) {
    int pairs = 0;
    int steps = 0;
    int runs = 1;
    @Nullable Integer before = null;
    for (int i : starts) {
      Integer number = pieces.get(i).said().number();
      if (number != null && before != null) {
        pairs++;
        boolean counts = number == before + 1;
        steps += counts ? 1 : 0;
        runs += counts ? 0 : 1;
      }
      before = number;
    }
    if (pairs == 0) {
      return 0;
    }
    double mean = (double) (steps + runs) / runs;
    return (double) steps / (starts.size() - 1) * Math.min(1, mean / 8);
  }

  /// How many lines of the text stand at or below one of them, before the next heading that could
  /// not belong to it.
  private double coverage(String shape, List<Integer> starts) {
    boolean[] isStart = new boolean[pieces.size()];
    starts.forEach(i -> isStart[i] = true);
    int level = shape.startsWith("heading-") ? shape.charAt(8) - '0' : 0;
    boolean lone = shape.endsWith("-label");
    boolean open = false;
    int inside = 0;
    int all = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (isStart[i]) {
        open = true;
      } else if (piece.is(Piece.Kind.HEADING)
          && piece.stands()
          && (level == 0 || piece.level() < level || piece.level() == level && !lone)) {
        open = false;
        continue;
      }
      if (chrome.get(i) == null) {
        int size = piece.lines().to() - piece.lines().from() + 1;
        all += size;
        inside += open ? size : 0;
      }
    }
    return all == 0 ? 0 : (double) inside / all;
  }
}
