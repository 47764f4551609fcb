package dev.mockingbird.search.bank.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What opens a part of a question, such as `**参考答案**`, `答：` or `Answer:`.
///
/// @param length how many characters of the plain text it takes
/// @param alone nothing but the label stands there
record Label(Part part, int length, boolean alone) {

  /// The parts of a question; exports name them by the first of their names in each language.
  enum Part {
    BODY("题目|题目描述|题干|描述|选项|问题描述|问题|question|options|choices|description|problem|task"),
    REFERENCE(
        "参考答案|正确答案|标准答案|答案|回答|解答|答|解析|答案解析|答案与解析|答案&解析|答案和解析|分析及答案"
            + "|讨论与参考答案|参考解答|解题思路|解法|详解|思路|解"
            + "|reference answer|sample answer|possible answer|suggested answer|correct answer"
            + "|model answer|short answer|answers?|ans|solutions?|explanation|answer key"),
    KEY_POINTS("要点|关键点|得分点|考点|key points?"),
    HINTS("提示|hints?"),
    RUBRIC("评分细则|评分标准|rubric|scoring"),
    FOLLOW_UPS("追问|延伸问题|follow[- ]?ups?|follow[- ]?up questions?"),
    SOURCES("来源|参考资料|sources?"),
    ASIDE("类型|标签|难度|公司|分类|难度分布|知识点|tags?|difficulty|level|company|companies|category|type");

    private final Pattern pattern;

    Part(String names) {
      this.pattern =
          Pattern.compile(
              "(?:" + names + ")(?:\\s*\\d{1,3})?\\s*([:：]|\\s-\\s|$)", Pattern.CASE_INSENSITIVE);
    }

    /// Whether it is a label of what stands behind it, and not the subject of a question.
    private boolean names(String behind) {
      return switch (this) {
        case SOURCES, RUBRIC, ASIDE -> !Wording.asksPlainly(behind);
        case BODY, REFERENCE, KEY_POINTS, HINTS, FOLLOW_UPS -> true;
      };
    }
  }

  private static final Pattern DECORATION =
      Pattern.compile("^(?:\\s|[\\p{So}\\uFE0F\\u200D\\p{Cs}•·\\-–—>#*_【\\[(（])+");

  /// `A:` as in questions and answers; a list of letters is none.
  private static final Pattern LETTER = Pattern.compile("P?A\\s*[:：]");

  private static final int LONGEST = 40;

  /// @param text plain
  static Optional<Label> of(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    Matcher decoration = DECORATION.matcher(start);
    int from = decoration.find() ? decoration.end() : 0;
    String bare = start.substring(from).replaceFirst("^([^:：】\\])）]{1,12})[】\\])）]", "$1:");
    Matcher letter = LETTER.matcher(bare);
    if (letter.lookingAt()) {
      String behind = text.substring(from + letter.end());
      return Optional.of(new Label(Part.REFERENCE, from + letter.end(), !Said.hasWords(behind)));
    }
    String lower = bare.toLowerCase(Locale.ROOT);
    for (Part part : Part.values()) {
      Matcher matcher = part.pattern.matcher(lower);
      if (matcher.lookingAt()) {
        int length = Math.min(text.length(), from + matcher.end());
        String behind = text.substring(length);
        if (part.names(behind)) {
          return Optional.of(new Label(part, length, !Said.hasWords(behind)));
        }
      }
    }
    return Optional.empty();
  }

  /// Details of a question have to be labelled by a bold paragraph or a heading of their own:
  /// answers speak of sources and hints too.
  static Optional<Label> of(Piece piece) {
    if (piece.lists() > 2
        || !(piece.is(Piece.Kind.TEXT)
            || piece.is(Piece.Kind.HEADING)
            || piece.kind().isEntry()
            || piece.is(Piece.Kind.SUMMARY))) {
      return Optional.empty();
    }
    return of(piece.said().text())
        .filter(
            it ->
                switch (it.part) {
                  case REFERENCE, BODY, ASIDE -> true;
                  case KEY_POINTS, HINTS, RUBRIC, FOLLOW_UPS, SOURCES ->
                      it.alone() && piece.said().bold() && piece.is(Piece.Kind.TEXT);
                });
  }
}
