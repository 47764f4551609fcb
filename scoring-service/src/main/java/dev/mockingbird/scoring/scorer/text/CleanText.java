package dev.mockingbird.scoring.scorer.text;

import java.text.Normalizer;

/// A text as its reader sees it: without characters that take no room, with the letters that
/// look-alikes stand for, and with the way back to the original.
///
/// @param from UTF-16 offset in the original of each UTF-16 unit of `text`; `to` where it ends
/// @param hidden characters were hidden between letters
/// @param lookAlikes words were written with letters of another script that look the same
public record CleanText(String text, int[] from, int[] to, boolean hidden, boolean lookAlikes) {

  private static final int MANY = 8;
  private static final int SOFT_HYPHEN = 0xAD;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  public static CleanText of(String original) {
    Building building = new Building(original.length());
    int at = 0;
    while (at < original.length()) {
      int codePoint = original.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      building.add(codePoint, at, end, original);
      at = end;
    }
    return building.done();
  }

  /// Where these units come from in the original.
  public int start(int at) {
    return from[at];
  }

  /// Where the units before `end` end in the original.
  public int end(int end) {
    return to[end - 1];
  }

  private static boolean takesNoRoom(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.FORMAT
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
        || codePoint == 0x34F
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0x2800;
  }

  private static final class Building {

    private final StringBuilder text;
    private final int[] from;
    private final int[] to;
    private int length;
    private int removed;
    private boolean between;
    private boolean lookAlikes;

    Building(int length) {
      // A compatible form has at most 18 letters, and only a handful of characters have more than
      // 4.
      text = new StringBuilder(length);
      from = new int[4 * length + 18];
      to = new int[4 * length + 18];
    }

    void add(int codePoint, int start, int end, String original) {
      if (takesNoRoom(codePoint)) {
        if (codePoint != SOFT_HYPHEN && codePoint != BYTE_ORDER_MARK) {
          removed++;
          between |= isLetter(length - 1) && startsWithLetter(original, end);
        }
      } else if (Character.getType(codePoint) == Character.NON_SPACING_MARK
          && length > 0
          && (text.charAt(length - 1) < 0x250 || Script.chinese(text.charAt(length - 1)))) {
        to[length - 1] = end;
      } else if (Character.isISOControl(codePoint) && codePoint != '\n') {
        put(codePoint == '\r' ? "\n" : " ", start, end);
      } else if (codePoint == 0x2028 || codePoint == 0x2029) {
        put("\n", start, end);
      } else if (looksChinese(codePoint)) {
        lookAlikes = true;
        put(Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC), start, end);
      } else if (codePoint >= 0x80
          && Character.isLetterOrDigit(codePoint)
          && !Script.chinese(codePoint)) {
        put(Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC), start, end);
      } else {
        put(Character.toString(codePoint), start, end);
      }
    }

    /// Radicals and compatible forms, which no keyboard writes.
    private static boolean looksChinese(int codePoint) {
      Character.UnicodeBlock block = Character.UnicodeBlock.of(codePoint);
      return block == Character.UnicodeBlock.KANGXI_RADICALS
          || block == Character.UnicodeBlock.CJK_RADICALS_SUPPLEMENT
          || block == Character.UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS
          || block == Character.UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS_SUPPLEMENT;
    }

    private boolean isLetter(int at) {
      return at >= 0 && Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean startsWithLetter(String original, int at) {
      int next = at;
      while (next < original.length() && takesNoRoom(original.codePointAt(next))) {
        next += Character.charCount(original.codePointAt(next));
      }
      return next < original.length() && Character.isLetterOrDigit(original.codePointAt(next));
    }

    private void put(String seen, int start, int end) {
      if (length + seen.length() > from.length) {
        return;
      }
      text.append(seen);
      for (int i = 0; i < seen.length(); i++) {
        from[length] = start;
        to[length] = end;
        length++;
      }
    }

    CleanText done() {
      int at = 0;
      while (at < length) {
        int end = at;
        while (end < length
            && Character.isLetterOrDigit(text.charAt(end))
            && !Script.chinese(text.charAt(end))) {
          end++;
        }
        if (end > at) {
          latin(at, end);
        }
        at = Math.max(end, at + 1);
      }
      return new CleanText(
          text.toString(),
          java.util.Arrays.copyOf(from, length),
          java.util.Arrays.copyOf(to, length),
          between || removed >= MANY,
          lookAlikes);
    }

    /// A word that mixes scripts, or has nothing but look-alikes in it.
    private void latin(int start, int end) {
      int alike = 0;
      int latin = 0;
      for (int i = start; i < end; i++) {
        char letter = text.charAt(i);
        alike += LookAlikes.latin(letter) == letter ? 0 : 1;
        latin += letter < 0x250 && Character.isLetter(letter) ? 1 : 0;
      }
      if (alike > 0 && (latin > 0 || (alike == end - start && alike >= 3))) {
        lookAlikes = true;
        for (int i = start; i < end; i++) {
          text.setCharAt(i, LookAlikes.latin(text.charAt(i)));
        }
      }
    }
  }
}
