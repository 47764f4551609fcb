package dev.mockingbird.search.bank.markdown;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What numbers or labels a question in front of its words, such as `1、`, `(1)`, `Q1.`, `问：` or `第
/// 3 题：`.
///
/// @param style stable name of its spelling
/// @param number -1 when it has none
/// @param length how many characters it takes
record Marker(String style, int number, int length) {

  /// Where the words stand; a bare number is a marker in a heading only.
  enum Place {
    HEADING,
    ENTRY,
    TEXT
  }

  /// Only says that a question follows.
  static final String LONE = "label";

  private static final int LONGEST = 60;

  private record Spelling(String style, Pattern pattern, boolean headingsOnly) {
    Spelling(String style, String pattern) {
      this(style, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), false);
    }
  }

  private static final String QUESTION =
      "(?:interview\\s+question|question|ques|q|面试题目|面试题|题目|问题|提问|问|题)";

  private static final List<Spelling> SPELLINGS =
      List.of(
          new Spelling(LONE, "(?:question|题目|问题|面试题)\\s*[:：]?\\s*$"),
          new Spelling("Q", "第\\s*(\\d{1,4})\\s*[题问道](?:\\s*[(（][^)）]{0,24}[)）])?\\s*[:：.、]?\\s*"),
          new Spelling("Q", "第\\s*[一二三四五六七八九十百]{1,5}\\s*[题问道]\\s*[:：.、]?\\s*"),
          new Spelling("Q", QUESTION + "\\s*[-#.]?\\s*(\\d{1,4})\\s*[.．:：、)）\\]–-]*(?![\\d.])\\s*"),
          new Spelling("Q", QUESTION + "\\s*[.:：、)）]\\s*"),
          new Spelling(
              "Q",
              "(?:problem|exercise|task|scenario|case|challenge|练习|习题|案例|场景|思考题)\\s*[-#.]?\\s*(\\d{1,4})\\s*[.．:：、)）-]+(?![\\d.])\\s*"),
          new Spelling("Day", "day\\s*(\\d{1,4})\\s*[:：]\\s*"),
          new Spelling("(1)", "[(（\\[【]\\s*(\\d{1,4})\\s*[)）\\]】]\\s*[.、:：]?\\s*"),
          new Spelling("1.", "[a-z#-]?(\\d{1,4})\\s{0,2}[.．](?![\\d.])\\s*"),
          new Spelling("1、", "(\\d{1,4})\\s{0,2}[、，]\\s*"),
          new Spelling("1)", "(\\d{1,4})\\s{0,2}[)）]\\s*"),
          new Spelling("①", "[\\u2460-\\u2473]\\s*[.、:：]?\\s*"),
          new Spelling("一", "[(（]?[一二三四五六七八九十]{1,3}[)）]?\\s*[、.．]\\s*"),
          new Spelling("(一)", "[(（][一二三四五六七八九十]{1,3}[)）]\\s*"),
          new Spelling(
              "1",
              Pattern.compile("(\\d{1,4})(?:\\s*[:：]\\s*|\\s+[-–]\\s+|\\s+)(?=[^\\s\\d])"),
              true));

  static Optional<Marker> of(String text, Place place) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    for (Spelling spelling : SPELLINGS) {
      if (spelling.headingsOnly() && place != Place.HEADING) {
        continue;
      }
      Matcher matcher = spelling.pattern().matcher(start);
      if (matcher.lookingAt()) {
        boolean numbered = matcher.groupCount() > 0 && matcher.group(1) != null;
        return Optional.of(
            new Marker(
                spelling.style(),
                numbered ? Integer.parseInt(matcher.group(1)) : -1,
                matcher.end()));
      }
    }
    return Optional.empty();
  }

  String rest(String text) {
    return text.substring(Math.min(length, text.length()));
  }
}
