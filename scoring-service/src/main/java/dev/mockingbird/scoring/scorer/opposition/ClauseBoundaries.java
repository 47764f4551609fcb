package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where one clause ends and the next begins.
final class ClauseBoundaries {

  private static final Pattern END =
      Pattern.compile(
          "[;；。!?！？，\\n]|、(?=[不没无])|[.,:](?=\\s|$)|,(?=\\p{IsHan})|(?<=\\p{IsHan}) (?=\\p{IsHan})|(?=\\b(?i:but|while|whereas|because|although|though|however"
              + "|so that|since|unlike|and)\\b)|(?=但是?|(?<![为因][^，。；]{0,24})而(?!且|是)|因为|所以|因此|虽然|却)");

  /// What follows an `and` that begins a clause.
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)and (?:\\w+ ){0,2}?(?:is|are|was|were|does|do|did|can|cannot|could|will|would|has|have"
              + "|had|must|should|may|might|needs?|no|not|\\w+n['’]t|makes?|it|they|\\w+s)\\b");

  private static final Pattern PREDICATE =
      Pattern.compile(
          "(?i)\\b(?:is|are|was|were|does|do|did|can|cannot|could|will|would|has|have|had|must|should"
              + "|may|might|needs?|no|not|\\w+n['’]t|makes?|\\w\\w+s)\\b");

  /// `Yes` and `no` before what is said.
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?i)[\\s\\p{P}]*(?:yes|no(?!\\s)|nope|yeah|不是|是的?|不正确|错误?的?|不对|对的?|不会|不能|正确|否)[,，.。\\s;；!！]+"
              + "|[\\s\\p{P}]*no(?= (?:the|it|they|he|she|this|that|because)\\b|\\s(?-i:[A-Z]))");

  private ClauseBoundaries() {}

  /// The clauses of a part of a text.
  static List<Sentence> split(String text, Sentence part) {
    List<Sentence> clauses = new ArrayList<>();
    int from = part.from();
    Matcher spoken = SPOKEN.matcher(text).region(from, part.to());
    if (spoken.lookingAt()) {
      from = spoken.end();
    }
    Matcher end = END.matcher(text).region(from, part.to());
    int at = from;
    while (end.find()) {
      boolean and = end.end() == end.start() && text.regionMatches(true, end.end(), "and", 0, 3);
      boolean two =
          and
              ? PREDICATE.matcher(text).region(from, end.end()).find()
                  && VERB.matcher(text).region(end.end(), part.to()).lookingAt()
              : telling(text.substring(from, end.end())) >= 2;
      if (two) {
        clauses.add(new Sentence(from, end.end()));
        from = end.end();
      }
    }
    if (from < part.to()) {
      clauses.add(new Sentence(from, part.to()));
    }
    return clauses;
  }

  private static long telling(String part) {
    return Term.of(part).stream()
        .filter(
            it -> !StopWords.contains(it.key()) || Words.name(part.substring(it.from(), it.to())))
        .count();
  }
}
