package dev.mockingbird.search.bank.markdown;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Lists of terms to be talked about, of which most have nothing below. One with several below it
/// that are written like the others, and ask as often, names their topic; what explains one is its
/// content.
final class Terms {

  private static final int FEW = 3;

  /// Characters of a term.
  private static final int SHORT = 30;

  /// Says of itself that it is about several things.
  private static final Pattern ABOUT =
      Pattern.compile("(?:相关|方面|篇)\\s*(?:[(（][^)）]{1,12}[)）])?\\s*[:：]?$");

  private static final Pattern EXPLAINS =
      Pattern.compile("[。.；;，,、!！]\\s*$|[:：]|。.|\\s[-–—=]+>?\\s");

  private final Openings at;
  private final List<List<Integer>> below;
  private final int from;

  /// Those that stand in no other.
  private final Set<Integer> terms = new HashSet<>();

  private int length;
  private double ratio;

  /// @param siblings entries that stand beside each other
  /// @param below by entry, the ones right below it
  Terms(Openings at, int from, List<List<Integer>> siblings, List<List<Integer>> below) {
    this.at = at;
    this.from = from;
    this.below = below;
    Set<Integer> inner = new HashSet<>();
    below.forEach(inner::addAll);
    List<Integer> outer =
        siblings.stream().flatMap(List::stream).filter(i -> !inner.contains(i)).toList();
    List<Integer> bare = outer.stream().filter(this::isBare).toList();
    if (!at.insists() && bare.size() >= FEW && bare.size() * 2 >= outer.size()) {
      terms.addAll(outer);
      int mean = bare.stream().mapToInt(i -> text(i).length()).sum() / bare.size();
      length = Math.max(SHORT, mean * 2);
      ratio = (double) asking(bare) / bare.size();
    }
  }

  /// One of such a list, whatever stands below it, where hardly one asks.
  boolean isTerm(int entry) {
    return terms.contains(entry) && ratio < 0.4;
  }

  boolean isTopic(int entry) {
    List<Integer> entries = below.get(entry - from);
    if (ABOUT.matcher(text(entry)).find() && asking(entries) > 0) {
      return true;
    }
    int wanted = Wording.endsInColon(text(entry)) ? 1 : FEW;
    return terms.contains(entry)
        && entries.size() >= wanted
        && entries.stream().filter(this::isAlike).count() * 10 >= entries.size() * 6L
        && asking(entries) + 1 >= entries.size() * ratio;
  }

  private boolean isAlike(int entry) {
    String text = text(entry);
    return Wording.asksPlainly(text)
        || !EXPLAINS.matcher(text).find() && (text.length() <= length || Wording.asks(text));
  }

  private long asking(List<Integer> entries) {
    return entries.stream().filter(i -> Wording.asks(text(i))).count();
  }

  private boolean isBare(int entry) {
    return below.get(entry - from).isEmpty()
        && (entry + 1 == at.size()
            || at.piece(entry + 1).kind().isEntry()
            || at.piece(entry + 1).is(Piece.Kind.HEADING));
  }

  private String text(int entry) {
    return Wording.start(at.piece(entry).said().text());
  }
}
