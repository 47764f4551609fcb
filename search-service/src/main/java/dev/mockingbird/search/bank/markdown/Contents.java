package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tables of contents: entries and headings that only lead to other places of their file. What has
/// text of its own is none, although it leads somewhere; of two copies, the one without is.
final class Contents {

  static final Reason REASON = Reason.of("ignored.contents");

  private static final int FEW = 3;

  private final List<Piece> pieces;
  private final @Nullable Reason[] reasons;
  private final Held[] held;

  /// Words of headings that lead nowhere.
  private final Set<String> headings = new HashSet<>();

  /// Words of what has text of its own.
  private final Set<String> told = new HashSet<>();

  /// By its words: where an entry that leads into the file stands last.
  private final Map<String, Integer> last = new HashMap<>();

  /// What stands below an entry or heading and before the next.
  private enum Held {
    NOTHING,
    /// Text that is not indented under its entry.
    BESIDE,
    INSIDE
  }

  private Contents(List<Piece> pieces, @Nullable Reason[] reasons) {
    this.pieces = pieces;
    this.reasons = reasons;
    this.held = new Held[pieces.size()];
  }

  /// @param reasons by piece: why it is left out, as far as it is known; is added to
  static void in(List<Piece> pieces, @Nullable Reason[] reasons) {
    Contents contents = new Contents(pieces, reasons);
    contents.tell();
    int from = 0;
    for (int i = 0; i <= pieces.size(); i++) {
      if (i == pieces.size() || contents.isTopic(i)) {
        contents.leading(from, i);
        from = i + 1;
      }
    }
    contents.runs();
  }

  private void tell() {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      held[i] = piece.is(Piece.Kind.SUMMARY) ? Held.INSIDE : held(i);
      if (held[i] != Held.NOTHING) {
        told.add(piece.said().bare());
      }
      if (piece.kind().isEntry() && leads(i)) {
        last.put(piece.said().bare(), i);
      }
      if (isTopic(i)) {
        headings.add(piece.said().bare());
      }
    }
    told.remove("");
    headings.remove("");
  }

  private boolean isTopic(int index) {
    Piece piece = pieces.get(index);
    return piece.is(Piece.Kind.HEADING) && piece.lists() == 0 && !leads(index);
  }

  private boolean leads(int index) {
    Piece piece = pieces.get(index);
    return reasons[index] == null
        && (piece.is(Piece.Kind.HEADING) || piece.kind().isEntry() || piece.is(Piece.Kind.TEXT))
        && piece.said().pictures() == 0
        && piece.said().pointsInside();
  }

  /// Looks no further than to the next entry or heading that leads somewhere.
  private Held held(int index) {
    Piece piece = pieces.get(index);
    if (!piece.is(Piece.Kind.HEADING) && !piece.kind().isEntry()) {
      return Held.NOTHING;
    }
    for (int i = index + 1; i < pieces.size(); i++) {
      Piece next = pieces.get(i);
      boolean opens = next.is(Piece.Kind.HEADING) || next.kind().isEntry();
      if (opens && leads(i) || next.is(Piece.Kind.HEADING) && next.lists() <= piece.lists()) {
        return Held.NOTHING;
      }
      boolean says = next.speaks() ? !leads(i) : !next.is(Piece.Kind.COMMENT);
      if (reasons[i] == null && says) {
        if (next.kind().isEntry() && piece.kind().isEntry()) {
          return next.lists() > piece.lists() ? Held.INSIDE : Held.NOTHING;
        }
        return next.lists() >= piece.lists() ? Held.INSIDE : Held.BESIDE;
      }
      if (opens) {
        return Held.NOTHING;
      }
    }
    return Held.NOTHING;
  }

  /// Entries of one section that stand nowhere else with text are questions when some of them have
  /// text here.
  private void leading(int from, int to) {
    List<Integer> entries = new ArrayList<>();
    int telling = 0;
    boolean inside = false;
    for (int i = from; i < to; i++) {
      if (!leads(i)) {
        continue;
      }
      Piece piece = pieces.get(i);
      if (piece.is(Piece.Kind.HEADING)) {
        reasons[i] = isCopy(i) ? REASON : null;
      } else if (piece.is(Piece.Kind.TEXT) || isCopy(i)) {
        reasons[i] = REASON;
      } else {
        entries.add(i);
        telling += held[i] == Held.NOTHING ? 0 : 1;
        inside |= held[i] == Held.INSIDE;
      }
    }
    if (telling < 2 && !inside) {
      entries.forEach(i -> reasons[i] = REASON);
    }
  }

  private boolean isCopy(int index) {
    Said said = pieces.get(index).said();
    return held[index] == Held.NOTHING
        ? told.contains(said.bare()) || last.getOrDefault(said.bare(), index) > index
        : !pieces.get(index).is(Piece.Kind.HEADING)
            && (headings.contains(said.bare())
                || said.links().stream().map(Said::bare).anyMatch(headings::contains));
  }

  /// A run of entries most of which lead into the file, or ask what is told elsewhere, is a table
  /// of contents, all of it.
  private void runs() {
    int from = 0;
    while (from < pieces.size()) {
      int to = from;
      int leading = 0;
      int copies = 0;
      while (to < pieces.size() && (inList(to) || reasons[to] == REASON)) {
        leading += reasons[to] == REASON ? 1 : 0;
        copies += reasons[to] != REASON && asksElsewhere(to) ? 1 : 0;
        to++;
      }
      int all = to - from;
      if (all >= 2 && leading * 10 >= all * 6 || all >= FEW && (leading + copies) * 10 >= all * 6) {
        for (int i = from; i < to; i++) {
          reasons[i] = REASON;
        }
      }
      from = Math.max(to, from + 1);
    }
  }

  private boolean asksElsewhere(int index) {
    Piece piece = pieces.get(index);
    return piece.kind().isEntry()
        && held[index] == Held.NOTHING
        && told.contains(piece.said().bare())
        && Wording.asks(piece.said().text());
  }

  private boolean inList(int index) {
    Piece piece = pieces.get(index);
    return piece.lists() > 0 && piece.speaks() && !piece.is(Piece.Kind.HEADING);
  }
}
