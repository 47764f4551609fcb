package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a reading would throw away, and speaks against it for that reason.
///
/// @param asking headings and entries that ask and became neither a question, nor part of one, nor
///   a topic with nothing but questions below
/// @param answered questions that stand elsewhere once more, with text below, and were taken where
///   they have none
/// @param quiet entries of sections that were left out because nothing in them asks
record Missed(int asking, int answered, int quiet) {

  static Missed in(
      List<Piece> pieces, List<@Nullable Reason> chrome, List<ReadItem> items, LineRoles roles) {
    Set<String> taken = new HashSet<>();
    Set<Integer> lines = new HashSet<>();
    Set<String> unanswered = new HashSet<>();
    for (ReadItem item : items) {
      String words = Said.bare(item.title());
      taken.add(words);
      lines.add(item.line());
      if (!item.hasReference()) {
        unanswered.add(words);
      }
    }
    Set<String> asking = new HashSet<>();
    Set<String> answered = new HashSet<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (!(piece.is(Piece.Kind.HEADING) || piece.kind().isEntry())
          || lines.contains(piece.line())) {
        continue;
      }
      String words = piece.said().bare();
      boolean tells = i + 1 < pieces.size() && tells(pieces.get(i + 1));
      if (taken.contains(words)) {
        if (unanswered.contains(words) && tells) {
          answered.add(words);
        }
      } else if (Wording.asksPlainly(piece.said().text())
          && roles.leavesOut(piece.line())
          && (tells || !roles.isTopic(piece.line()))) {
        asking.add(words);
      }
    }
    return new Missed(
        asking.size(),
        answered.size(),
        (int) chrome.stream().filter(QuietSections.REASON::equals).count());
  }

  private static boolean tells(Piece next) {
    return !next.is(Piece.Kind.HEADING)
        && !next.kind().isEntry()
        && next.speaks()
        && Said.hasWords(next.said().text());
  }
}
