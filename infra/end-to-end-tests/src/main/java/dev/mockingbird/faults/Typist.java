package dev.mockingbird.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes up what a page types: short pieces in Chinese, English and emoji at random places, now and
/// then over several lines, now and then deleting something. Never between the halves of a
/// surrogate pair, where no caret can be.
final class Typist {

  private static final List<String> PIECES =
      List.of(
          "", "字", "面试", "持久化", "😀", "👩‍💻", "𠮷", "a", " and so on", "=>", "\n", "\n  ", "é");
  private static final int LONG = 2_500;
  private static final String PASTE = "粘贴的文字 pasted\n".repeat(1_000);

  private final Random random;
  private final String page;
  private int number;
  private boolean pastes;

  Typist(String page, Random random) {
    this.page = page;
    this.random = random;
  }

  /// Whether each change replaces everything by a long text.
  void pastes(boolean now) {
    pastes = now;
  }

  String mark() {
    return Marks.in(page, ++number);
  }

  String line() {
    return mark() + piece();
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  /// @param mark which the change inserts
  ChangeSet change(String text, String mark) {
    if (pastes) {
      return new ChangeSet(List.of(new ChangeSet.Replace(text.length(), mark + PASTE)));
    }
    String inserted = random.nextBoolean() ? mark + piece() : piece() + mark;
    int at = caret(text, random.nextInt(text.length() + 1));
    int from = at;
    int to = at;
    if (text.length() > LONG || (!text.isEmpty() && random.nextInt(4) == 0)) {
      int most = text.length() > LONG ? 120 : 8;
      int start = caret(text, random.nextInt(text.length()));
      int end = caret(text, Math.min(text.length(), start + 1 + random.nextInt(most)));
      from = start;
      to = end;
    }
    List<ChangeSet.Part> parts = new ArrayList<>();
    if (at < from || at > to) {
      int first = Math.min(at, from);
      parts.add(new ChangeSet.Keep(first));
      parts.add(at < from ? insert(inserted) : new ChangeSet.Replace(to - from, ""));
      parts.add(new ChangeSet.Keep(at < from ? from - at : at - to));
      parts.add(at < from ? new ChangeSet.Replace(to - from, "") : insert(inserted));
      parts.add(new ChangeSet.Keep(text.length() - Math.max(at, to)));
    } else {
      parts.add(new ChangeSet.Keep(from));
      parts.add(new ChangeSet.Replace(to - from, inserted));
      parts.add(new ChangeSet.Keep(text.length() - to));
    }
    return new ChangeSet(
        parts.stream().filter(part -> !part.equals(new ChangeSet.Replace(0, ""))).toList());
  }

  private static ChangeSet.Part insert(String text) {
    return new ChangeSet.Replace(0, text);
  }

  private static int caret(String text, int at) {
    boolean split =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return split ? at - 1 : at;
  }
}
