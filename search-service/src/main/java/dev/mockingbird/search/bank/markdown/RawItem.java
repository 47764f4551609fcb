package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;

/// A question and everything up to the next one, before it is split into body and answer.
///
/// @param start its first piece
/// @param title plain text
/// @param titleLines where the title stands
/// @param owned what follows the title, in order
/// @param rest what stands on the title's last line behind the question itself; empty without any
record RawItem(
    Piece start,
    List<String> section,
    String title,
    Lines titleLines,
    List<Piece> owned,
    String rest,
    boolean titled,
    Reason reason) {

  RawItem(
      Piece start,
      List<String> section,
      String title,
      Lines titleLines,
      String rest,
      boolean titled,
      Reason reason) {
    this(start, section, title, titleLines, new ArrayList<>(), rest, titled, reason);
  }
}
