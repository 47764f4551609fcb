package dev.mockingbird.search.bank.markdown;

import java.util.regex.Pattern;

/// What somebody has to do, where one line does not say all of it.
final class Task {

  private static final Pattern GIVEN =
      Pattern.compile(
          "^(?:given|you are given|suppose|assume|there (?:is|are)|给定|给你|给出|已知|假设|有一个)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]*(?:(?:for )?examples?\\b|e\\.\\s?g\\.|i\\.e\\.|(?:sample )?(?:in|out)put\\b|constraints?\\b|follow[- ]?ups?\\b|note:|追问|进阶|例如|比如|举例|示例|样例|例[:：]|输入|输出)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SETS =
      Pattern.compile(
          "^(?:implement|design|write|build|create|develop|code|make|find|return|reverse|merge|sort|print|convert|calculate|compute|count|check|remove|replace|generate|simulate|determine|draw"
              + "|(?:用|请用)?一行代码|请?(?:设计|实现|编写|手写|写|画|求|模拟|统计|找出|合并|反转|排序|打印|输出|计算|判断))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:下面|下列|以下|如下|上述|上面|这段|该).{0,8}(?:代码|程序|函数|语句|脚本)|(?:输出|运行|执行)的?结果"
              + "|(?:below|following|this|these|above) (?:\\w+ )?(?:code|programs?|snippets?|functions?|scripts?|quer(?:y|ies)|class)|outputs? of",
          Pattern.CASE_INSENSITIVE);

  /// What only somebody who asks for it says, though it ends like a sentence that tells.
  private static final Pattern WANTS =
      Pattern.compile(
          "^(?:show that|prove|derive|explain|describe|compare|discuss|calculate|compute|estimate|given\\b.{1,200}\\b(?:find|calculate|compute|show|prove|derive|determine))\\b",
          Pattern.CASE_INSENSITIVE);

  private Task() {}

  /// What stands below the question still says what is wanted.
  static boolean goesOn(RawItem raw) {
    return Wording.endsInColon(raw.title())
        || GIVEN.matcher(Wording.untagged(raw.title())).find()
        || raw.owned().stream()
            .filter(Piece::speaks)
            .findFirst()
            .filter(it -> isExample(Wording.start(it.said().text())))
            .isPresent();
  }

  static boolean isExample(String text) {
    return EXAMPLE.matcher(text).find();
  }

  /// Wants something to be made and asks nothing.
  static boolean isSet(String title) {
    return SETS.matcher(Wording.untagged(title)).find() && !Wording.asksPlainly(title);
  }

  static boolean wants(String text) {
    return WANTS.matcher(Wording.untagged(Wording.start(text))).find()
        && !Wording.endsInColon(text);
  }

  /// Wants code to be written, and is not about code that stands there.
  static boolean isSolvedByCode(String title) {
    return isSet(title) && !SHOWN.matcher(title).find();
  }
}
