package dev.mockingbird.search.bank.importing;

import java.util.ArrayList;
import java.util.List;

/// The sentences of a title that ask: what it can be split into.
final class QuestionSentences {

  private static final String OPENING = "([{（【「《“";
  private static final String CLOSING = ")]}）】」》”";
  private static final String BETWEEN = "，,；;、。. \t\u3000";

  private QuestionSentences() {}

  /// What stands before a question belongs to it, what stands behind the last one to the last.
  static List<String> of(String title) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    int depth = 0;
    boolean code = false;
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      code ^= c == '`';
      if (OPENING.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSING.indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      } else if (!code && depth == 0 && asks(title, i)) {
        String sentence = trimmed(title.substring(from, i + 1));
        if (sentence.length() > 1) {
          sentences.add(sentence);
        }
        from = i + 1;
      }
    }
    String rest = trimmed(title.substring(from));
    if (!rest.isEmpty() && !sentences.isEmpty()) {
      sentences.add(sentences.removeLast() + " " + rest);
    }
    return sentences;
  }

  /// The last mark of a run; one inside a word, as in `a?.b` or an address, asks nothing.
  private static boolean asks(String title, int i) {
    char c = title.charAt(i);
    char next = i + 1 < title.length() ? title.charAt(i + 1) : ' ';
    return c == '？' && next != '？' && next != '?'
        || c == '?' && (Character.isWhitespace(next) || Character.isIdeographic(next));
  }

  private static String trimmed(String sentence) {
    int from = 0;
    while (from < sentence.length() && BETWEEN.indexOf(sentence.charAt(from)) >= 0) {
      from++;
    }
    return sentence.substring(from).strip();
  }
}
