package dev.mockingbird.search.bank.markdown;

import java.util.HashSet;
import java.util.Set;

/// Words in brackets before the entries of a list, such as `[E]` or `【中】`.
final class Tags {

  private static final int FEW = 4;

  private Tags() {}

  /// Whether tags are the mark of the questions: a few of them, and most of what has one asks.
  static boolean mark(Openings at, int from, int to) {
    Set<String> tags = new HashSet<>();
    int tagged = 0;
    int asking = 0;
    for (int i = from; i < to; i++) {
      if (!at.isChrome(i) && has(at.piece(i))) {
        String text = at.piece(i).said().text();
        tags.add(Wording.tag(text));
        tagged++;
        asking += Wording.asks(text) ? 1 : 0;
      }
    }
    return tagged >= FEW && tags.size() * 2 <= tagged && asking * 10 >= tagged * 7;
  }

  static boolean has(Piece piece) {
    return piece.kind().isEntry() && !Wording.tag(piece.said().text()).isEmpty();
  }
}
