package dev.mockingbird.scoring.model;

import java.text.Normalizer;
import java.util.stream.IntStream;

/// A text as the tokenizer wants it: lower case, compatible forms and accents folded, control and
/// invisible characters gone; with the way back to the original.
///
/// @param codePoints the folded text
/// @param from UTF-16 offset in the original of each code point; `to` where it ends
record Normal(int[] codePoints, int[] from, int[] to) {

  static Normal of(String text) {
    IntStream.Builder codePoints = IntStream.builder();
    IntStream.Builder from = IntStream.builder();
    IntStream.Builder to = IntStream.builder();
    int at = 0;
    while (at < text.length()) {
      int original = text.codePointAt(at);
      int end = at + Character.charCount(original);
      for (int codePoint : folded(original)) {
        codePoints.add(codePoint);
        from.add(at);
        to.add(end);
      }
      at = end;
    }
    return new Normal(codePoints.build().toArray(), from.build().toArray(), to.build().toArray());
  }

  int length() {
    return codePoints.length;
  }

  private static int[] folded(int codePoint) {
    if (codePoint < 128) {
      return new int[] {Character.isISOControl(codePoint) ? ' ' : Character.toLowerCase(codePoint)};
    }
    if (Character.isIdeographic(codePoint)) {
      return new int[] {codePoint};
    }
    return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
        .codePoints()
        .filter(it -> !invisible(it))
        .map(Character::toLowerCase)
        .toArray();
  }

  private static boolean invisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.SURROGATE
        || codePoint == 0xFFFD;
  }
}
