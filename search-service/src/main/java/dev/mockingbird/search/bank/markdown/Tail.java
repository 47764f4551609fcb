package dev.mockingbird.search.bank.markdown;

/// How a text ends, looked at from its end: a pattern would begin anew at every character.
final class Tail {

  private static final String ASKING_MARKS = "?？吗呢么";
  private static final String BEHIND_MARKS = "\"'”’」』*_。.!！~～";
  private static final String BEHIND_BRACKETS = "。.";
  private static final String OPENING = "(（[【";
  private static final String CLOSING = ")）]】";

  private Tail() {}

  /// Brackets may follow the mark; each character is seen once or twice.
  static boolean asks(String text) {
    int end = text.length();
    while (!asksBefore(text, end)) {
      int closing = back(text, end, BEHIND_BRACKETS);
      if (closing == 0 || CLOSING.indexOf(text.charAt(closing - 1)) < 0) {
        return false;
      }
      end = -1;
      for (int at = closing - 2; at >= 0 && CLOSING.indexOf(text.charAt(at)) < 0; at--) {
        if (OPENING.indexOf(text.charAt(at)) >= 0) {
          if (asksBefore(text, at)) {
            return true;
          }
          end = at;
        }
      }
      if (end < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean asksBefore(String text, int end) {
    int mark = back(text, end, BEHIND_MARKS);
    return mark > 0 && ASKING_MARKS.indexOf(text.charAt(mark - 1)) >= 0;
  }

  private static int back(String text, int end, String over) {
    int at = end;
    while (at > 0
        && (Character.isWhitespace(text.charAt(at - 1))
            || over.indexOf(text.charAt(at - 1)) >= 0)) {
      at--;
    }
    return at;
  }

  /// Where the words end and only marks follow: pictograms, empty brackets, asterisks, and the
  /// signs that close a heading.
  static int wordsEnd(String text) {
    int end = text.length();
    while (end > 0) {
      int last = text.codePointBefore(end);
      if (Character.isWhitespace(last) || isPictogram(last)) {
        end -= Character.charCount(last);
      } else if (text.startsWith("***", end - 3)) {
        end -= 3;
      } else if (last == ']' || last == ')') {
        int opening = back(text, end - 1, "") - 1;
        if (opening < 0 || text.charAt(opening) != (last == ']' ? '[' : '(')) {
          break;
        }
        end = opening;
      } else if (last == '#') {
        int signs = end;
        while (signs > 0 && text.charAt(signs - 1) == '#') {
          signs--;
        }
        if (signs == 0 || !Character.isWhitespace(text.charAt(signs - 1))) {
          break;
        }
        end = signs;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean isPictogram(int sign) {
    return switch (Character.getType(sign)) {
      case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.SURROGATE -> true;
      default -> sign == 0xFE0F || sign == 0x200D;
    };
  }
}
