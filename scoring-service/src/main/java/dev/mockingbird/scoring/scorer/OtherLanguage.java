package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Script;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Prose in another language than the reference. Code and technical terms belong to all.
final class OtherLanguage {

  private static final int SOME_CHINESE = 6;

  /// A Chinese character says about as much as so many letters.
  private static final int LETTERS_OF_ONE = 3;

  /// Letters that neither language has, such as kana or Cyrillic ones.
  private static final int SOME_FOREIGN = 6;

  private static final Pattern ENGLISH_GLUE =
      Pattern.compile("(?iu)\\b(?:the|is|are|of|and|to|in|that|it|with|for|a|which)\\b");
  private static final int MUCH_GLUE = 4;

  /// Words of English that stand in no query and no program.
  private static final Pattern ENGLISH_PROSE =
      Pattern.compile(
          "(?iu)\\b(?:the|of|that|it|its|are|which|they|there|but|because|can|does|has|have|an|than)\\b"
              + "|\\bis\\s(?!(?:not\\s)?null)");

  /// Of other languages that are written like English: each has several of these in a sentence.
  private static final Pattern FOREIGN_GLUE =
      Pattern.compile(
          "(?iu)\\b(?:der|das|ist|nicht|und|ein|eine|einen|dem|den|von|mit|auf|für|werden|wird|sind|le|les"
              + "|des|du|est|une|et|pas|pour|dans|avec|sont|qui|el|los|las|es|un|una|por|para|con|que|del"
              + "|il|lo|gli|che|di|per|não|uma|os|em|het|een|niet|van)\\b");

  private static final int SOME_GLUE = 2;

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int WORDS_BETWEEN = 10;

  private OtherLanguage() {}

  static boolean is(String answer, Language language) {
    long chinese = answer.codePoints().filter(Script::chinese).count();
    long latin = answer.codePoints().filter(OtherLanguage::latin).count();
    long foreign = answer.codePoints().filter(Character::isLetter).count() - chinese - latin;
    boolean otherScript = foreign >= SOME_FOREIGN && foreign > chinese + latin;
    return switch (language) {
      case ENGLISH ->
          chinese >= SOME_CHINESE && chinese * LETTERS_OF_ONE > latin
              || otherScript && count(ENGLISH_GLUE, answer) == 0
              || otherProse(answer);
      case CHINESE ->
          chinese == 0
              ? otherScript || ENGLISH_PROSE.matcher(answer).find() || otherProse(answer)
              : otherScript && chinese < SOME_CHINESE
                  || chinese * 20 < latin && much(ENGLISH_GLUE, MUCH_GLUE, answer);
    };
  }

  private static boolean otherProse(String answer) {
    Set<String> different =
        FOREIGN_GLUE
            .matcher(answer)
            .results()
            .map(MatchResult::group)
            .map(it -> it.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return different.size() >= SOME_GLUE
        && much(FOREIGN_GLUE, SOME_GLUE, answer)
        && count(FOREIGN_GLUE, answer) > count(ENGLISH_GLUE, answer);
  }

  /// In noise there is some by chance.
  private static boolean much(Pattern glue, int least, String answer) {
    long count = count(glue, answer);
    return count >= least && count * WORDS_BETWEEN >= count(WORD, answer);
  }

  private static long count(Pattern words, String answer) {
    return words.matcher(answer).results().count();
  }

  private static boolean latin(int codePoint) {
    return Character.isLetter(codePoint) && UnicodeScript.of(codePoint) == UnicodeScript.LATIN;
  }
}
