package dev.mockingbird.scoring.scorer.text;

import dev.mockingbird.events.Language;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What a question asks for, by its words. People grade the two differently: of things to name each
/// counts the same, and an explanation is whole long before every word of the reference is said.
public enum Demand {
  /// To name things, or one short fact.
  RECALL,
  /// To explain, compare or judge.
  EXPLANATION;

  private static final int SHORT_REFERENCE = 80;
  private static final Pattern NAME =
      Pattern.compile("哪些|哪几|哪[两三四五六]|几[个种类方大]|什么[类种]|分为|包括什么|包括哪|包含哪|主要有");
  private static final Pattern EXPLAIN =
      Pattern.compile("(?<!分)为什么|为何|解释|判断|简述|阐述|说明|说出|谈谈|介绍|相比|比较|区别|如何|怎么|能否|是否|原理|情况|什么是|各有|各自");

  /// What can be told apart in a language; there are no graded answers to questions of recall in
  /// English to learn from.
  public static Set<Demand> asked(Language language) {
    return language == Language.CHINESE ? EnumSet.allOf(Demand.class) : EnumSet.of(EXPLANATION);
  }

  /// @param referenceLength in UTF-16 units
  public static Demand of(String question, int referenceLength, Language language) {
    if (!asked(language).contains(RECALL) || EXPLAIN.matcher(question).find()) {
      return EXPLANATION;
    }
    return NAME.matcher(question).find() || referenceLength <= SHORT_REFERENCE
        ? RECALL
        : EXPLANATION;
  }
}
