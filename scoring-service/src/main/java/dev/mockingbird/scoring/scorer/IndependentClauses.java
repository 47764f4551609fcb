package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The clauses of a sentence that can each be read alone, because each names what it speaks of.
/// What depends on its neighbour stays with it, and so does whatever is in doubt.
final class IndependentClauses {

  private static final Pattern BETWEEN =
      Pattern.compile(
          ", (and|but|while|whereas) | (whereas) "
              + "|[，,]\\s*(?:(?:而|但是|但|同时)(?!且|是|非|言|后|已|不|会|要|在|从)\\s*)?");

  /// Of a clause that depends on another, or has others depend on it.
  private static final Pattern DEPENDENT =
      Pattern.compile(
          "如果|假如|若|(?:时|后|之前|的话)$|一旦|只有|只要|除非|因为|由于|虽然|尽管|不仅|不但|为了|无论|否则|前者|后者|其中|上述"
              + "|(?i)(?:^|[:,] )(?:if|when|whenever|unless|because|although|though|since|before|after|once|while|as"
              + "|with|without|in|under|for|at|on|to|by|during)\\b"
              + "|\\b(?:not only|both|either|neither|whether|former|latter)\\b");

  private static final Pattern VERB =
      Pattern.compile(
          "(?i)\\b(?:is|are|was|were|has|have|had|can|cannot|could|does|do|did|must|will|would|should|may"
              + "|might|(?:need|use|store|keep|share|send|return|provide|guarantee|allow|support|make|take|hold"
              + "|read|write|create|give|work|run|contain|require|check|describe|include|cost|offer)s?)\\b");

  /// With a subject of its own that is no pronoun.
  private static final Pattern SUBJECT_AND_VERB =
      Pattern.compile(
          "(?i)(?!(?:it|they|he|she|you|we|i|this|that|these|those|there|then|so|not|no|one|others?|another|such"
              + "|each|all|most|some|only|also|even|if|when|which|who|what|why|how|where|to|in|on|at|for|by|with"
              + "|its|their|the (?:other|rest|same))\\b)(?:[\\w'’/.+#-]+ ){1,5}?"
              + VERB.pattern());

  /// The last conjunction of a row stands for all of it.
  private static final Pattern ROW = Pattern.compile(", (?!(?:so|which|who|where|such)\\b)");

  private static final Pattern NAME = Pattern.compile("[A-Z][\\w.+/#-]*(?: [A-Z\\d][\\w.+/#-]*)*");
  private static final Pattern THEN = Pattern.compile("(?![否然])[^被过了若如时，]{1,12}则(?!会|可|就).*");
  private static final Pattern NO_SUBJECT =
      Pattern.compile("[把被用在按对从由将与和向为于不也再还就都可会能要若如或并且而切使让以其它这那该此例即只因所].*|.*[：:].*");
  private static final Pattern IN_A_ROW = Pattern.compile("\\s*[、和与及或等/（(].*");

  private static final int LEAST_CHINESE = 8;
  private static final int LEAST_WORDS = 3;
  private static final int LONGEST_NOUN = 4;

  private IndependentClauses() {}

  static Stream<String> of(String sentence) {
    boolean chinese = sentence.codePoints().anyMatch(Script::chinese);
    List<String> clauses = new ArrayList<>();
    Matcher between = BETWEEN.matcher(sentence);
    int from = 0;
    while (between.find()) {
      String before = sentence.substring(from, between.start());
      String after = sentence.substring(between.end());
      if ((chinese ? besides(before, after, between.group()) : joined(before, after, between))
          && alone(before, chinese)
          && alone(after, chinese)) {
        clauses.add(before);
        from = between.end();
      }
    }
    clauses.add(sentence.substring(from));
    return clauses.stream();
  }

  private static boolean joined(String before, String after, Matcher between) {
    return (between.group(1) != null || between.group(2) != null)
        && VERB.matcher(before).find()
        && !ROW.matcher(before).find()
        && SUBJECT_AND_VERB.matcher(after).lookingAt();
  }

  /// Chinese leaves subjects out: only what is set beside another of its kind surely is one.
  private static boolean besides(String before, String after, String between) {
    return between.contains("而")
        || THEN.matcher(after).matches()
        || names(before, after)
        || nouns(before, after);
  }

  private static boolean names(String before, String after) {
    Matcher one = NAME.matcher(before.strip());
    Matcher other = NAME.matcher(after);
    return one.lookingAt()
        && other.lookingAt()
        && !one.group().equals(other.group())
        && !IN_A_ROW.matcher(after.substring(other.end())).matches();
  }

  /// Two words of the same kind end alike, as 进程 and 线程 do.
  private static boolean nouns(String before, String after) {
    String one = before.strip();
    if (NO_SUBJECT.matcher(one).matches() || NO_SUBJECT.matcher(after).matches()) {
      return false;
    }
    for (int i = 2; i <= Math.min(LONGEST_NOUN, one.length()); i++) {
      for (int j = 2; j <= Math.min(LONGEST_NOUN, after.length()); j++) {
        char last = after.charAt(j - 1);
        if (one.charAt(i - 1) == last
            && Script.chinese(last)
            && !StopWords.contains(last)
            && !one.substring(0, i - 1).equals(after.substring(0, j - 1))
            && !IN_A_ROW.matcher(after.substring(j)).matches()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean alone(String clause, boolean chinese) {
    long characters = clause.codePoints().filter(Script::chinese).count();
    long words =
        Term.of(clause).stream()
            .filter(it -> !Script.chinese(it.key().codePointAt(0)) && !StopWords.contains(it.key()))
            .count();
    boolean enough = chinese ? characters + 2 * words >= LEAST_CHINESE : words >= LEAST_WORDS;
    return enough && closed(clause) && !DEPENDENT.matcher(clause.strip()).find();
  }

  /// Every bracket and quotation mark has its other half.
  private static boolean closed(String clause) {
    return count(clause, "(（“") == count(clause, ")）”") && count(clause, "\"") % 2 == 0;
  }

  private static long count(String text, String any) {
    return text.chars().filter(it -> any.indexOf(it) >= 0).count();
  }
}
