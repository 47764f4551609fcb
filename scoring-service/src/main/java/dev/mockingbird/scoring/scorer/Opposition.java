package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Negations;
import dev.mockingbird.scoring.scorer.text.Opposites;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether the answer says the opposite of a key point where it comes nearest to it. Embeddings
/// hardly see a `not`; this looks at the words around those that match.
final class Opposition {

  private static final Map<Language, Opposites> OPPOSITES = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      OPPOSITES.put(language, Opposites.of(language));
    }
  }

  /// Cosine from which a token of the answer is taken for the key point's.
  private static final double MATCHES = 0.55;

  /// Share of the key point's weight that has to match inside one sentence.
  private static final double LEAST_SHARE = 0.45;

  private static final double LEAST_SAID_AGAIN = 0.75;

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final String CLAUSE_ENDS = ",，;；。.!?！？\n:：";

  private Opposition() {}

  static Optional<Rule> of(
      Alignment alignment, EncodedText encoded, ReadAnswer answer, Language in) {
    return region(alignment, encoded, answer)
        .filter(region -> saidAgain(alignment.keyPoint(), region) >= LEAST_SAID_AGAIN)
        .flatMap(region -> between(alignment.keyPoint().point().text(), region, in));
  }

  /// Share of the key point's telling terms that stand in the region word for word: only nearly the
  /// same words say the opposite when a `not` is added.
  private static double saidAgain(EncodedKeyPoint point, String region) {
    Set<String> theirs = Term.keys(region);
    double all = 0;
    double again = 0;
    for (Term term : point.terms()) {
      all += term.weight();
      again += theirs.contains(term.key()) ? term.weight() : 0;
    }
    return all == 0 ? 0 : again / all;
  }

  private static Optional<Rule> between(String keyPoint, String region, Language language) {
    if (Negations.in(keyPoint, language) % 2 != Negations.in(region, language) % 2) {
      return Optional.of(Rule.NEGATION);
    }
    Opposites opposites = java.util.Objects.requireNonNull(OPPOSITES.get(language));
    if (!opposites.contradicted(opposites.in(keyPoint), opposites.in(region)).isEmpty()) {
      return Optional.of(Rule.CONTRADICTION);
    }
    Set<String> ours = numbers(keyPoint);
    Set<String> theirs = numbers(region);
    boolean another =
        !ours.isEmpty() && !theirs.isEmpty() && ours.stream().noneMatch(theirs::contains);
    return another ? Optional.of(Rule.CONTRADICTION) : Optional.empty();
  }

  /// From the first to the last matching word of the sentence that matches most, with the rest of
  /// their clauses.
  private static Optional<String> region(
      Alignment alignment, EncodedText encoded, ReadAnswer answer) {
    double[] weights = alignment.keyPoint().telling();
    double[] matched = new double[answer.sentences().size()];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      total += weights[i];
      if (matches(alignment, i)) {
        matched[encoded.sentences()[alignment.nearest().where()[i]]] += weights[i];
      }
    }
    int best = -1;
    for (int i = 0; i < matched.length; i++) {
      best = best < 0 || matched[i] > matched[best] ? i : best;
    }
    if (best < 0 || matched[best] < LEAST_SHARE * total) {
      return Optional.empty();
    }
    int from = Integer.MAX_VALUE;
    int to = 0;
    for (int i = 0; i < weights.length; i++) {
      int where = alignment.nearest().where()[i];
      if (matches(alignment, i) && encoded.sentences()[where] == best && weights[i] >= 0.1) {
        from = Math.min(from, encoded.tokens().get(where).from());
        to = Math.max(to, encoded.tokens().get(where).to());
      }
    }
    if (to == 0) {
      return Optional.empty();
    }
    String text = answer.text();
    while (from > answer.sentences().get(best).from()
        && CLAUSE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    while (to < answer.sentences().get(best).to() && CLAUSE_ENDS.indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return Optional.of(text.substring(from, to));
  }

  private static boolean matches(Alignment alignment, int token) {
    return alignment.nearest().where()[token] >= 0
        && alignment.nearest().cosine()[token] >= MATCHES;
  }

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
