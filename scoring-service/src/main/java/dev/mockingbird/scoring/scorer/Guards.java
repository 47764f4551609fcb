package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Cheap rules that look at the answer before any model does.
final class Guards {

  private static final Pattern DONT_KNOW =
      Pattern.compile(
          "(?iu)\\b(i\\s+)?(really\\s+|honestly\\s+)?(do\\s*n[o'’]?t|dont|do not|have)\\s+"
              + "(know|remember|recall|no\\s+(idea|clue))\\b|\\bno\\s+(idea|clue)\\b|\\bnot\\s+sure\\b|\\bidk\\b"
              + "|\\b(can\\s*not|can['’]?t|could\\s*n['’]?t)\\s+(remember|recall|answer|say)\\b|\\bnot\\s+familiar\\b"
              + "|\\b(never|have\\s*n['’]?t|have\\s+not|did\\s*n['’]?t)\\s+(heard|learn(ed|t)?|stud(y|ied)|used)\\b"
              + "|\\b(forgot(ten)?|unsure|beats\\s+me)\\b"
              + "|不(太|是很)?(知道|会|清楚|了解|记得|懂|晓得|明白)|没(有|什么)?(学过|听过|接触过|了解过|用过|学|复习|印象|头绪|准备)"
              + "|忘(了|记了)|(想|记)不(起来?|清)|(答|回答)不(上|出|了)来?|无法回答");
  private static final Pattern LEFT_OVER_TALK =
      Pattern.compile(
          "(?iu)\\b(sorry|i|am|the|this|that|it|answer|question|about|to|how|what|is|of|for|really|well)\\b"
              + "|对不起|抱歉|不好意思|具体|怎么|这个|这道|题目?|问题|我|真的|了|啊|吧|呢|的");

  private static final double MOST = 0.75;
  private static final double HARDLY = 0.1;

  private Guards() {}

  static boolean blank(String answer) {
    return answer.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /// Says so, and adds at most a few words.
  static boolean dontKnow(String answer) {
    if (answer.length() > 200 || !DONT_KNOW.matcher(answer).find()) {
      return false;
    }
    String rest = DONT_KNOW.matcher(answer).replaceAll(" ");
    return Term.of(LEFT_OVER_TALK.matcher(rest).replaceAll(" ")).size() <= 3;
  }

  /// Most of the question, hardly anything else, and nothing that only the key points say.
  static boolean echo(Comparison comparison) {
    Set<String> own = StopWords.without(comparison.surface().terms());
    Set<String> asked = StopWords.without(comparison.question().surface().terms());
    if (own.isEmpty() || asked.isEmpty()) {
      return false;
    }
    long repeated = asked.stream().filter(own::contains).count();
    Set<String> besides = new HashSet<>(own);
    besides.removeIf(it -> Talk.says(it) || asked.contains(it));
    boolean adds = comparison.own().stream().anyMatch(besides::contains);
    return repeated >= MOST * asked.size()
        && !adds
        && besides.size() <= HARDLY * (repeated + besides.size());
  }

  /// Too few words to be an answer to anything, unless they are the reference's words.
  static boolean tooLittle(Comparison comparison) {
    Set<String> own = StopWords.without(comparison.surface().terms());
    return own.size() < 2
        && comparison.alignments().stream()
            .flatMap(it -> it.keyPoint().terms().stream())
            .noneMatch(term -> own.contains(term.key()));
  }
}
