package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import java.util.ArrayList;
import java.util.List;

/// What folds always show, as pieces: the first paragraph names its fold, what goes on below is
/// said with it.
final class Summaries {

  private Summaries() {}

  static List<Piece> of(List<Fold> folds) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < folds.size(); i++) {
      add(folds.get(i), i, pieces);
    }
    return pieces;
  }

  private static void add(Fold fold, int index, List<Piece> pieces) {
    int line = fold.summary().from();
    boolean named = false;
    boolean first = true;
    for (String row : fold.text().replaceAll("^\\s*\n", "\n").split("\n", -1)) {
      if (!row.isBlank() && Said.hasWords(row.replaceAll("<[^>]{1,40}>", ""))) {
        pieces.add(
            new Piece(
                new Lines(line, line),
                named ? Piece.Kind.TEXT : Piece.Kind.SUMMARY,
                0,
                0,
                0,
                named ? index : fold.parent(),
                0,
                named && first,
                row.strip(),
                Said.of(row.strip(), Marker.Place.TEXT, null)));
        named = true;
      } else if (named) {
        first = false;
      }
      line++;
    }
  }
}
