package dev.mockingbird.search.bank.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The few words, Chinese and English, by which a text tells what it is.
final class Wording {

  private static final List<String> ASKING =
      List.of("如何", "怎么", "怎样", "什么", "哪些", "哪个", "是否", "多少", "几个", "说说", "说一下", "谈谈", "介绍一下");
  private static final Pattern ASKING_AT_END = Pattern.compile("[?？吗呢]\\s*([(（][^)）]*[)）])?$");
  private static final Set<String> ASKING_AT_START =
      Set.of(
          "how",
          "what",
          "why",
          "when",
          "which",
          "who",
          "where",
          "is",
          "are",
          "do",
          "does",
          "can",
          "should",
          "explain",
          "describe",
          "compare",
          "design",
          "implement",
          "tell");
  private static final List<String> REQUIRING =
      List.of(
          "熟悉",
          "掌握",
          "精通",
          "熟练",
          "具备",
          "（可选）",
          "（必备）",
          "(optional)",
          "(required)",
          "familiar with",
          "proficient",
          "experience with",
          "knowledge of");
  private static final List<String> REQUIRING_AT_START = List.of("了解", "能够", "有");
  private static final Pattern SENTENCE_END = Pattern.compile("[?？]");
  private static final Pattern INLINE_HINT = Pattern.compile("[?？]\\s*[(（][^)）]+[)）]\\s*$");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private Wording() {}

  static boolean asks(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return ASKING_AT_END.matcher(text).find()
        || ASKING.stream().anyMatch(text::contains)
        || ASKING_AT_START.contains(lower.split("\\W", 2)[0]);
  }

  static boolean requires(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return !asks(text)
        && (REQUIRING.stream().anyMatch(lower::contains)
            || REQUIRING_AT_START.stream().anyMatch(text::startsWith));
  }

  static long questionSentences(String text) {
    return SENTENCE_END.matcher(text).results().count();
  }

  static boolean hasInlineHint(String text) {
    return INLINE_HINT.matcher(text).find();
  }

  static boolean isChinese(String text) {
    return HAN.matcher(text).find();
  }

  /// The part of a question that a label such as `**参考答案**` or `**Key points:**` opens.
  static Optional<Label> label(String text) {
    String bare = text.strip().replaceFirst("\\s*[:：]$", "").toLowerCase(Locale.ROOT);
    return List.of(Label.values()).stream().filter(label -> bare.matches(label.names)).findFirst();
  }

  enum Label {
    REFERENCE("参考答案|答案|答|reference answer|answer"),
    KEY_POINTS("要点|关键点|得分点|key points"),
    HINTS("提示|hints?"),
    SOURCES("来源|参考资料|sources?");

    private final String names;

    Label(String names) {
      this.names = names;
    }
  }
}
