package dev.mockingbird.scoring.scorer.text;

import dev.mockingbird.events.Language;
import java.util.regex.Pattern;

/// Words that turn a statement into its opposite.
public final class Negations {

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?iu)\\b(?:not|never|no|none|neither|nor|cannot|without|nothing|nobody|nowhere|hardly"
              + "|false|untrue|incorrect|wrong|unable|fails?|lacks?)\\b|n['’]t\\b"
              + "|\\b(?:do|does|did|is|are|was|were|ca|wo|would|could|should|has|have)nt\\b");

  /// Less what only looks like one: 不同, 不仅, 无论, 非常 and their like.
  private static final Pattern CHINESE =
      Pattern.compile(
          "不(?![同断仅但过管论妨少久禁免得错])|没有?|并非|绝非|(?<![除莫])非(?![常阻公])|未(?!来)|无法|无需|无须|毫无"
              + "|错误|不对|禁止|(?<![级区分个识类特鉴性差辨派])别(?=[再把让用])");

  private Negations() {}

  /// How many there are.
  public static int in(String text, Language language) {
    Pattern pattern = language == Language.CHINESE ? CHINESE : ENGLISH;
    return (int) pattern.matcher(text).results().count();
  }
}
