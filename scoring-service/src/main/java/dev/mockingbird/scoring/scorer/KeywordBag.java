package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Demand;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.List;

/// Signs that words of the reference stand beside each other without saying anything: hardly a word
/// holds them together, and they are in another order.
///
/// @param words how many the answer has; characters in Chinese
/// @param holding share of them that hold a sentence together
/// @param order of the key points' words that the answer has, share that follow each other there as
///   well
/// @param neighbours how many pairs that share is of
/// @param holdingThere like `holding`, in the key points
/// @param said share of the key points' terms that the answer has word for word
/// @param punctuated whether anything divides the words but spaces
/// @param code whether there are signs of program text or of arrows
record KeywordBag(
    int words,
    double holding,
    double order,
    int neighbours,
    double holdingThere,
    double said,
    boolean punctuated,
    boolean code) {

  private static final java.util.Set<Integer> DIVIDING =
      "，,、；;。.：:（）()".codePoints().boxed().collect(java.util.stream.Collectors.toSet());
  private static final double MATCHES = 0.6;
  private static final int NEAR_BY = 4;

  /// @param said share of the key points' terms that the answer has word for word
  static KeywordBag of(Comparison comparison, double said) {
    Language language = comparison.question().language();
    String counted = comparison.answer().counted();
    StringBuilder points = new StringBuilder();
    int neighbours = 0;
    int inOrder = 0;
    for (Alignment alignment : comparison.alignments()) {
      EncodedKeyPoint point = alignment.keyPoint();
      points.append(point.point().text()).append('\n');
      int before = -1;
      for (int i = 0; i < point.telling().length; i++) {
        if (!point.tells(i)) {
          continue;
        }
        boolean has = alignment.nearest().cosine()[i] >= MATCHES;
        if (has && before >= 0) {
          int step = alignment.nearest().where()[i] - alignment.nearest().where()[before];
          neighbours++;
          inOrder += step > 0 && step <= NEAR_BY ? 1 : 0;
        }
        before = has ? i : -1;
      }
    }
    int[] own = counts(counted, language);
    int[] there = counts(points.toString(), language);
    return new KeywordBag(
        own[0],
        share(own[1], own[0]),
        neighbours == 0 ? 1 : share(inOrder, neighbours),
        neighbours,
        share(there[1], there[0]),
        said,
        counted.codePoints().anyMatch(DIVIDING::contains),
        counted.codePoints().anyMatch(it -> "{}[]=<>→;".indexOf(it) >= 0));
  }

  /// The bounds keep to less than one in a hundred of the answers that people wrote. Where things
  /// are to be named, a list of them is an answer.
  boolean is(Language language, Demand demand) {
    if (code || demand == Demand.RECALL && punctuated) {
      return false;
    }
    double missing = holdingThere - holding;
    return switch (language) {
      case ENGLISH ->
          words >= (punctuated ? 8 : 3) && holding <= 0.1 && missing >= 0.2 && said >= 0.3;
      case CHINESE ->
          words >= 8
              && (holding <= 0.05 && missing >= (punctuated ? 0.2 : 0.04)
                  || holding <= 0.06 && order < 0.65 && neighbours >= 4);
    };
  }

  private static int[] counts(String text, Language language) {
    if (language == Language.CHINESE) {
      int[] characters = text.codePoints().filter(Script::chinese).toArray();
      int holding = 0;
      for (int character : characters) {
        holding += StopWords.contains(character) ? 1 : 0;
      }
      return new int[] {characters.length, holding};
    }
    List<Term> terms = Term.of(text);
    return new int[] {
      terms.size(), (int) terms.stream().filter(it -> StopWords.contains(it.key())).count()
    };
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
