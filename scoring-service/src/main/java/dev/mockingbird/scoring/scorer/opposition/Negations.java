package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.events.Language;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Words that turn a statement into its opposite, or nearly.
final class Negations {

  /// One of them.
  ///
  /// @param from UTF-16 offset into the text, `to` exclusive
  /// @param plain it denies what follows; else it denies a part of it, as `not always` does, or
  ///   comes near to denying, as `without`, `avoids` and `less` do
  /// @param partly it denies a part
  /// @param limits it denies all else, as `only` does
  record Negation(int from, int to, boolean plain, boolean partly, boolean limits) {}

  /// It only looks like one.
  private static final String NONE = "none";

  private static final String PLAIN = "plain";
  private static final String PARTLY = "partly";
  private static final String LIMITS = "limits";

  /// What is denied may be that something is true: then it is what follows that.
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?iu)(?<none>\\b(?:not (?:only|just|merely|simply)|(?:whether|if|or|why) not"
              + "|(?:is|are|was|does|do|did|can|will)n['’]?t it|no (?:matter|doubt|sooner))\\b)"
              + "|\\b(?:not (?:until|more than|less than)"
              + "|no (?:longer|more|less|fewer|later|one but)|nothing but|(?:do|does)n['’]t matter)\\b"
              + "|(?<partly>\\b(?:not|n['’]t) (?:always|all|every|necessarily|only|fully|completely)\\b)"
              + "|(?<plain>\\b(?:not|never|cannot|neither|nor|no|none|nobody|nothing|nowhere|hardly"
              + "|(?:do|does|did|is|are|was|were|ca|wo|would|could|should|has|have)nt)\\b(?: true that| the case that)?"
              + "|n['’]t\\b(?: true that| the case that)?|\\b(?:unable|fails?|failed) to\\b"
              + "|\\b(?:false|untrue|incorrect|wrong) that\\b)"
              + "|\\b(?:without|unless|except|instead|rather than|less|least|fewer|little|few|(?<limits>only)|rarely|seldom"
              + "|false|untrue|incorrect|wrong|unable|fail\\w*|lack\\w*|avoid\\w*|prevent\\w*|eliminat\\w*|reduc\\w*"
              + "|remov\\w*|stop\\w*|miss\\w*|free (?:of|from)|independent\\w*|regardless|otherwise|too|until|refus\\w*"
              + "|ignor\\w*|skip\\w*|forbid\\w*|disallow\\w*|exclu\\w*|impossible|away from|opposite|against|lose\\w*|losing|lost)\\b");

  /// Less what only looks like one: 不同, 不仅, 无论, 非常 and their like, and questions as 是不是.
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?<partly>不一定|不(?:完)?全|未必|不必|不总)"
              + "|(?<none>不得不|不能不|不可不|不会不|不是不|(?<again>.)(?:不|没)\\k<again>"
              + "|不(?:[同断仅但过管论妨少久禁免错只光]|可或缺|可避免))|不(?:[及再了]|必要)"
              + "|(?<plain>(?:并|绝|决|从|永|根本|完全|都|也|就|还|却|则)?不(?:是|能|会|可以|可能|可|行(?![为列动程业数情])|应该|应|需要|需|用|要|必|允许|支持)?"
              + "|没有?(?:办法)?|未能?(?!来|必|知)|并非|绝非|无法|无需|无须|毫无|不得|无须|禁止)"
              + "|(?<![级区分个识类特鉴性差辨派])别(?=[再把让用])|而非|非(?![常叶聚对关线静零空终])|无|避免|防止|减少|降低|免|缺(?![点陷省])|(?<!至)少|除非|错误|代替|取代|替代|(?<limits>只|仅)|拒绝|失败|失去|丢|(?<![删移清解去卸扣整])除|否则|隔离|独立|太|过(?=[大小多少高低长短快慢早晚度])|难");

  private Negations() {}

  /// In order.
  static List<Negation> in(String text, Language language) {
    Pattern pattern = language == Language.CHINESE ? CHINESE : ENGLISH;
    return pattern
        .matcher(text)
        .results()
        .filter(it -> it.start(NONE) < 0)
        .map(Negations::of)
        .toList();
  }

  private static Negation of(MatchResult match) {
    return new Negation(
        match.start(),
        match.end(),
        match.start(PLAIN) >= 0,
        match.start(PARTLY) >= 0,
        match.start(LIMITS) >= 0);
  }
}
