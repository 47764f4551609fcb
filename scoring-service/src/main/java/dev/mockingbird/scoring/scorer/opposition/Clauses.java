package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.opposition.Negations.Negation;
import dev.mockingbird.scoring.scorer.opposition.Statement.Denial;
import dev.mockingbird.scoring.scorer.opposition.Statement.Opposite;
import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the clauses of an encoded text as statements.
final class Clauses {

  private static final double FUNCTION_WORD = 0.05;

  /// Such words name things, however common they are.
  private static final double LATIN_IN_CHINESE = 0.3;

  /// In Chinese as many characters are what a negation denies first.
  private static final int HEADS = 2;

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
          "(?i)[\\s\\p{P}]*(?:yes|no|nope|yeah|不是|是的?|不正确|错误?的?|不对|对的?|不会|不能|正确|否)[,，.。\\s;；!！]+"
              + "|[\\s\\p{P}]*no(?= (?:the|it|they|he|she|this|that|because)\\b|\\s(?-i:[A-Z]))");

  private static final Pattern SUPPOSED =
      Pattern.compile(
          "(?i)\\b(?:if|unless|without|otherwise|would|when|whenever)\\b"
              + "|如果|若|假如|要是|一旦|否则|的话|除非|没有.{0,12}[就便则会]|当.{0,14}时");
  private static final Pattern THAN =
      Pattern.compile("(?i)\\bthan\\b|\\bcompared (?:to|with)\\b|比(?![如例较特])|(?<=[大小高低多少优劣早晚快慢])于");
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\w.])O\\s?[(（][^)）]{1,12}[)）]|(?<![\\w.^(（])\\d+(?:\\.\\d+)?(?![.、)）]\\s)|(?<=[(（])\\d+(?:\\.\\d+)?(?![\\d.)）])"
              + "|(?<!第)[两二三四五六七八九十](?=[个次倍种层位条类步级])");
  private static final String NUMERALS = "零一二三四五六七八九十";

  private static final Pattern LEFT_OUT =
      Pattern.compile("(?i)\\b(?:is|are|was|were|do|does|did|can|has|have|will)\\W*$");

  private static final Set<String> NEGATION_OR_OPERATOR =
      Set.of("NOT", "AND", "NOR", "BUT", "THE", "CANNOT", "NEVER");

  /// They say little about what is denied.
  private static final Set<String> GENERIC =
      Set.of(
          "need",
          "able",
          "abl",
          "want",
          "necessarily",
          "really",
          "actually",
          "even",
          "alway",
          "yet",
          "true",
          "allow",
          "ever",
          "quite",
          "guarante",
          "ensur",
          "必",
          "需",
          "应",
          "再",
          "真",
          "完",
          "保",
          "进",
          "行",
          "证",
          "全",
          "一",
          "任",
          "何",
          "存");

  private final String text;
  private final TextVectors vectors;
  private final Language language;
  private final Opposites opposites;

  Clauses(String text, TextVectors vectors, Language language, Opposites opposites) {
    this.text = text;
    this.vectors = vectors;
    this.language = language;
    this.opposites = opposites;
  }

  /// Those of a part of the text; what one leaves out that the one before has, is filled in.
  ///
  /// @param last what was said before the part
  List<Statement> of(Sentence part, @Nullable Statement last) {
    List<Statement> clauses = new ArrayList<>();
    for (Sentence clause : split(part)) {
      Statement before = clauses.isEmpty() ? last : clauses.getLast();
      Statement next = statement(clause);
      if (before != null && (leavesOut(next) || LEFT_OUT.matcher(clause.in(text)).find())) {
        next = filled(next, before);
      }
      if (!next.keys().isEmpty() || !next.denials().isEmpty()) {
        clauses.add(next);
      }
    }
    return clauses;
  }

  private List<Sentence> split(Sentence part) {
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
              : telling(from, end.end()) >= 2;
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

  private long telling(int from, int to) {
    String part = text.substring(from, to);
    return Term.of(part).stream()
        .filter(it -> !StopWords.contains(it.key()) || name(part.substring(it.from(), it.to())))
        .count();
  }

  /// `GET` is one, and `get` is none.
  static boolean name(String word) {
    return word.length() > 2
        && !NEGATION_OR_OPERATOR.contains(word)
        && word.chars().allMatch(it -> it >= 'A' && it <= 'Z');
  }

  private static boolean leavesOut(Statement clause) {
    return clause.denials().stream().anyMatch(it -> it.heads().isEmpty());
  }

  /// With the last words of the clause before.
  private Statement filled(Statement clause, Statement before) {
    List<Word> words = new ArrayList<>(clause.words());
    List<Opposite> opposite = new ArrayList<>(clause.opposites());
    List<Integer> heads = new ArrayList<>();
    boolean denied = !clause.denials().isEmpty();
    List<Integer> last =
        before.near(before.words().size() - 1, -1, language == Language.CHINESE ? HEADS : 1);
    int from = last.isEmpty() ? before.words().size() : last.getLast();
    int at = from;
    for (Opposite it : before.opposites()) {
      from = it.from() < at && at < it.to() ? it.from() : from;
    }
    int by = words.size() - from;
    for (int i = from; i < before.words().size(); i++) {
      Word word = before.words().get(i);
      if (last.contains(i)) {
        heads.add(words.size());
      }
      words.add(
          new Word(
              word.key(),
              word.from(),
              word.to(),
              word.vector(),
              word.weight(),
              clause.denials().size(),
              false,
              0,
              !denied));
    }
    for (Opposite it : before.opposites()) {
      if (it.from() >= from) {
        opposite.add(
            new Opposite(
                it.word(), it.from() + by, it.to() + by, it.vector(), denied, it.nearlyDenied()));
      }
    }
    List<Denial> denials =
        clause.denials().stream()
            .map(it -> it.heads().isEmpty() ? new Denial(it.before(), heads) : it)
            .toList();
    return new Statement(
        words,
        opposite,
        denials,
        clause.nearly(),
        clause.figures(),
        clause.than(),
        clause.supposed());
  }

  private Statement statement(Sentence part) {
    String own = part.in(text);
    List<Negation> negations = Negations.in(own, language);
    List<Word> words = words(part, negations);
    List<Opposite> opposite = opposites(part, words, negations);
    List<Denial> denials = new ArrayList<>();
    for (Negation negation : negations) {
      if (negation.plain()) {
        denials.add(
            denial(words, opposite, part.from() + negation.from(), part.from() + negation.to()));
      }
    }
    Set<String> figures = new HashSet<>();
    FIGURE.matcher(own).results().forEach(it -> figures.add(figure(it.group())));
    Matcher than = THAN.matcher(own);
    return new Statement(
        words,
        opposite,
        denials,
        (int) negations.stream().filter(it -> !it.plain()).count(),
        figures,
        than.find() ? lastBefore(words, part.from() + than.start()) : -1,
        SUPPOSED.matcher(own).find());
  }

  /// `O(n²)` and `o(n^2)` are the same.
  private static String figure(String written) {
    int numeral = NUMERALS.indexOf(written.replace('两', '二'));
    if (numeral >= 0) {
      return String.valueOf(numeral);
    }
    return Normalizer.normalize(written, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s()^]", "");
  }

  private static int lastBefore(List<Word> words, int offset) {
    int last = -1;
    while (last + 1 < words.size() && words.get(last + 1).to() <= offset) {
      last++;
    }
    return last;
  }

  private List<Opposite> opposites(Sentence part, List<Word> words, List<Negation> negations) {
    List<Opposite> found = new ArrayList<>();
    for (Opposites.Found it : opposites.in(part.in(text))) {
      int from = lastBefore(words, part.from() + it.from()) + 1;
      int to = lastBefore(words, part.from() + it.to()) + 1;
      if (from < to) {
        Word first = words.get(from);
        boolean inside =
            negations.stream().anyMatch(not -> not.from() < it.to() && not.to() > it.from());
        found.add(
            new Opposite(
                it.word(),
                from,
                to,
                mean(words.subList(from, to).stream().map(Word::vector).toList()),
                !inside && first.denied() % 2 == 1,
                !inside && nearlyDenied(first.from() - part.from(), negations)));
      }
    }
    return found;
  }

  private static boolean nearlyDenied(int offset, List<Negation> negations) {
    return negations.stream().anyMatch(it -> !it.plain() && !it.limits() && it.to() <= offset);
  }

  private Denial denial(List<Word> words, List<Opposite> opposite, int from, int to) {
    List<Integer> heads = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      int at = i;
      boolean says =
          word.tells() || opposite.stream().anyMatch(it -> it.from() <= at && at < it.to());
      if (word.from() < to || !says || GENERIC.contains(word.key())) {
        continue;
      }
      boolean character = Script.chinese(word.key().codePointAt(0));
      if (!heads.isEmpty() && (!character || word.from() > words.get(heads.getLast()).to() + 1)) {
        break;
      }
      heads.add(i);
      if (!character || heads.size() == HEADS) {
        break;
      }
    }
    return new Denial(lastBefore(words, from) + 1, heads);
  }

  private List<Word> words(Sentence part, List<Negation> negations) {
    List<Word> words = new ArrayList<>();
    boolean free = negations.stream().noneMatch(it -> it.plain() || it.partly());
    int at = part.from();
    while (at < part.to()) {
      int codePoint = text.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      if (Script.word(codePoint)) {
        end = Math.min(part.to(), Script.runEnd(text, at, Script::word));
      }
      if (Script.word(codePoint) || Script.chinese(codePoint)) {
        TextVectors.Stretch stretch = vectors.stretch(at, end);
        double least =
            language == Language.CHINESE && Script.word(codePoint) ? LATIN_IN_CHINESE : 0;
        if (!stretch.vectors().isEmpty()) {
          String key = Term.of(text.substring(at, end)).getFirst().key();
          int offset = at - part.from();
          words.add(
              new Word(
                  key,
                  at,
                  end,
                  mean(stretch.vectors()),
                  Math.max(least, stretch.rarity())
                      * (holds(key, offset, negations) && !name(text.substring(at, end))
                          ? FUNCTION_WORD
                          : 1),
                  (int) negations.stream().filter(it -> it.plain() && it.to() <= offset).count(),
                  negations.stream().anyMatch(it -> !it.plain() && it.to() <= offset),
                  0,
                  free));
        }
      }
      at = end;
    }
    return words;
  }

  /// It holds the sentence together, or is of a negation.
  private static boolean holds(String key, int offset, List<Negation> negations) {
    return StopWords.contains(key)
        || key.equals("doe")
        || negations.stream()
            .anyMatch(
                it ->
                    it.plain()
                        && it.from() <= offset + 6
                        && offset < it.to()
                        && (it.from() <= offset || key.endsWith("n")));
  }

  private static float[] mean(List<float[]> vectors) {
    if (vectors.size() == 1) {
      return vectors.getFirst();
    }
    float[] mean = new float[vectors.getFirst().length];
    double squares = 0;
    for (int d = 0; d < mean.length; d++) {
      for (float[] vector : vectors) {
        mean[d] += vector[d];
      }
      squares += (double) mean[d] * mean[d];
    }
    float length = (float) Math.sqrt(squares);
    for (int d = 0; length > 0 && d < mean.length; d++) {
      mean[d] /= length;
    }
    return mean;
  }
}
