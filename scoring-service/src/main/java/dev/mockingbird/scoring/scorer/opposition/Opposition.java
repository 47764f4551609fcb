package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether an answer says the opposite of a key point. Embeddings hardly see a `not`: this lays the
/// clauses that are about the same thing beside the key point. Where nothing is certain, nothing is
/// said.
public final class Opposition {

  public enum Kind {
    /// One denies what the other affirms.
    NEGATION,
    /// A word, a figure or a subject is an opposite one, or another.
    CONTRADICTION
  }

  private static final double MOST = 0.7;
  private static final double NEARLY_ALL = 0.9;
  private static final double DENIED = 0.65;
  private static final double LEAST = 0.22;

  /// Characters that tell too little to be the same sentence.
  private static final int FEW = 4;

  private static final Pattern YES_OR_NO =
      Pattern.compile(
          "(?i)^[\\s\\p{P}]*(?:(yes|yeah|correct|true|是的?|对的?|会的?|能|可以|正确)"
              + "|(no|nope|incorrect|false|不是|不对|不会|不能|不可以|错误?|不正确|否))(?=[\\s,.，。;；!！]|$)");

  /// Then what is turned round twice says the same again.
  private static final Pattern RELATED =
      Pattern.compile(
          "(?i)\\b(?:if|when|whenever|so|because|than|as|since|therefore|the (?:\\w+er|more|less|further))\\b"
              + "|越|如果|若|当|就|则|所以|因此|因为|比");

  private static final Pattern EXAMPLE =
      Pattern.compile("(?i)例如|比如|譬如|\\be\\.g\\.|\\bfor example|\\bsuch as\\b");

  private final Language language;
  private final Opposites opposites;
  private final Set<String> asked;
  private final String said;
  private final List<Said> answer = new ArrayList<>();
  private final Exchange exchange;
  private final Contrast contrast;
  private final Crossing crossing;
  private final PlainDenial denial;

  /// A sentence of the answer.
  private record Said(String text, List<Statement> clauses, Statement whole, Set<String> keys) {}

  /// @param sentences those of the answer that count
  /// @param vectors of the answer
  public Opposition(
      Language language,
      String question,
      String text,
      List<Sentence> sentences,
      TextVectors vectors) {
    this.language = language;
    opposites = Opposites.of(language);
    asked = asked(question);
    said = String.join("\n", sentences.stream().map(it -> it.in(text)).toList());
    Clauses clauses = new Clauses(text, vectors, language, opposites);
    for (Sentence sentence : sentences) {
      List<Statement> own =
          clauses.of(sentence, answer.isEmpty() ? null : answer.getLast().clauses().getLast());
      if (!own.isEmpty()) {
        String words = sentence.in(text);
        answer.add(new Said(words, own, Statement.of(own), Term.keys(words)));
      }
    }
    List<Statement> all = answer.stream().flatMap(it -> it.clauses().stream()).toList();
    exchange = new Exchange(asked, all);
    contrast = new Contrast(language, opposites, all);
    crossing = new Crossing(language, asked, all);
    denial = new PlainDenial(language, opposites, asked, all);
  }

  /// What the question names; of Chinese characters, those that it has once.
  private static Set<String> asked(String question) {
    Set<String> asked = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (Term term : Term.of(question)) {
      if (Script.chinese(term.key().codePointAt(0))) {
        continue;
      }
      if (!StopWords.contains(term.key())
          || Clauses.name(question.substring(term.from(), term.to()))) {
        asked.add(term.key());
      }
    }
    question
        .codePoints()
        .filter(it -> Script.chinese(it) && !StopWords.contains(it))
        .mapToObj(Character::toString)
        .forEach(it -> (asked.add(it) ? asked : twice).add(it));
    asked.removeAll(twice);
    return asked;
  }

  /// @param vectors of the key point
  public Optional<Kind> to(String text, TextVectors vectors) {
    if (answersOtherwise(text)) {
      return Optional.of(Kind.CONTRADICTION);
    }
    List<Statement> clauses =
        new Clauses(text, vectors, language, opposites).of(new Sentence(0, text.length()), null);
    if (clauses.isEmpty()) {
      return Optional.empty();
    }
    Statement wanted = Statement.of(clauses);
    List<Statement> open = clauses.stream().filter(it -> !saidInItsWords(it)).toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    if (!saidAgain(wanted)) {
      Set<Integer> settled = new HashSet<>();
      for (int i = 0; i < clauses.size(); i++) {
        if (!open.contains(clauses.get(i))) {
          settled.add(i);
        }
      }
      Optional<Kind> turned = turned(text, wanted, settled);
      if (turned.isPresent()) {
        return turned;
      }
      if (negated(text, wanted) || denial.of(clauses, open)) {
        return Optional.of(Kind.NEGATION);
      }
    }
    boolean example = EXAMPLE.matcher(text).find();
    boolean another =
        exchange.in(clauses, open) || contrast.in(clauses, open) || crossing.in(clauses, open);
    return !example && another ? Optional.of(Kind.CONTRADICTION) : Optional.empty();
  }

  /// One behind the other, and with what it denies.
  private boolean saidInItsWords(Statement clause) {
    List<String> ours = clause.keysInOrder();
    return clause.denials().size() + size(ours) >= (language == Language.CHINESE ? FEW : 2)
        && answer.stream()
            .flatMap(it -> it.clauses().stream())
            .anyMatch(
                it ->
                    it.denials().size() == clause.denials().size()
                        && it.nearly() == clause.nearly()
                        && Collections.indexOfSubList(it.keysInOrder(), ours) >= 0);
  }

  /// In characters, of which a word in Latin letters has two.
  private int size(List<String> keys) {
    return language == Language.CHINESE
        ? keys.stream().mapToInt(it -> Script.chinese(it.codePointAt(0)) ? 1 : 2).sum()
        : keys.size();
  }

  private boolean answersOtherwise(String text) {
    Matcher wanted = YES_OR_NO.matcher(text);
    Matcher own = YES_OR_NO.matcher(said);
    return wanted.find() && own.find() && (wanted.group(1) == null) != (own.group(1) == null);
  }

  /// With nearly all of its words, and what it denies.
  private boolean saidAgain(Statement wanted) {
    return answer.stream()
        .flatMap(it -> Stream.concat(Stream.of(it.whole()), it.clauses().stream()))
        .anyMatch(
            it ->
                wanted.share(it) >= NEARLY_ALL
                    && matched(wanted, it.everyKey()) == matched(it, wanted.everyKey())
                    && wanted.nearly() == it.nearly()
                    && !turnsAWord(wanted, it)
                    && (wanted.than() < 0
                            && (wanted.denials().isEmpty()
                                || wanted.words().getLast().clause() == 0)
                        || inOrder(heldInOrder(wanted), heldInOrder(it))));
  }

  /// It has the opposite of one of the words instead of it.
  private boolean turnsAWord(Statement wanted, Statement other) {
    return wanted.opposites().stream()
        .filter(
            ours ->
                other.opposites().stream().noneMatch(it -> opposites.same(it.word(), ours.word())))
        .anyMatch(
            ours ->
                other.opposites().stream()
                    .anyMatch(it -> opposites.opposed(ours.word(), it.word())));
  }

  /// Each telling word, and whether it is denied.
  private static List<String> heldInOrder(Statement statement) {
    return statement.words().stream()
        .filter(Statement.Word::tells)
        .map(it -> it.denied() % 2 == 0 ? it.key() : "not " + it.key())
        .toList();
  }

  private static boolean inOrder(List<String> some, List<String> of) {
    int next = 0;
    for (String key : of) {
      next += next < some.size() && some.get(next).equals(key) ? 1 : 0;
    }
    return next == some.size();
  }

  /// @param settled indices of the clauses that the answer says in the same words
  private Optional<Kind> turned(String text, Statement wanted, Set<Integer> settled) {
    double against = 0;
    double again = 0;
    Turns best = null;
    Set<String> keys = wanted.keys();
    boolean supposes = RELATED.matcher(text).find();
    Heading heading = new Heading(opposites);
    for (Said sentence : answer) {
      boolean related = supposes || RELATED.matcher(sentence.text()).find();
      Set<String> names = Set.of();
      for (Statement clause : sentence.clauses()) {
        Set<String> own = named(clause);
        names = own.isEmpty() ? names : own;
        heading.read(clause);
        if (heading.against(wanted)
            || !worthALook(wanted, keys, clause)
            || ofAnother(wanted, names)) {
          continue;
        }
        Pairing pairing = new Pairing(wanted, clause, sentence.whole(), opposites, language, asked);
        Turns turns = pairing.turns();
        if (!turns.odd(related) || !about(pairing, turns, wanted, clause, sentence)) {
          continue;
        }
        if (clause != sentence.whole()
            && related
            && !new Pairing(wanted, sentence.whole(), sentence.whole(), opposites, language, asked)
                .turns()
                .odd(true)) {
          continue;
        }
        if (turns.at().stream().allMatch(it -> settled.contains(wanted.words().get(it).clause()))
            && !turns.at().isEmpty()) {
          continue;
        }
        double share = pairing.ofWanted();
        if (turns.denials() > 0 && share < LEAST) {
          continue;
        }
        if (share > against) {
          against = share;
          again = wanted.share(clause);
          best = turns;
        }
      }
    }
    return best == null || affirmed(wanted, best, again)
        ? Optional.empty()
        : Optional.of(best.kind());
  }

  private Set<String> named(Statement clause) {
    Set<String> own = new HashSet<>(clause.keys());
    own.retainAll(asked);
    return own;
  }

  private boolean worthALook(Statement wanted, Set<String> keys, Statement clause) {
    boolean opposed =
        wanted.opposites().stream()
            .anyMatch(
                ours ->
                    clause.opposites().stream()
                        .anyMatch(theirs -> opposites.opposed(ours.word(), theirs.word())));
    boolean differs =
        !wanted.denials().isEmpty()
            || !clause.denials().isEmpty()
            || wanted.than() >= 0 && clause.than() >= 0;
    return opposed
        || differs && clause.words().stream().anyMatch(it -> it.tells() && keys.contains(it.key()));
  }

  /// What the question names is not the same in both.
  private boolean ofAnother(Statement wanted, Set<String> names) {
    Set<String> ours = named(wanted);
    return ofNoneOf(wanted, names)
        || language == Language.CHINESE
            && !ours.isEmpty()
            && !names.isEmpty()
            && !names.containsAll(ours)
            && !ours.containsAll(names);
  }

  private boolean ofNoneOf(Statement wanted, Set<String> names) {
    Set<String> ours = named(wanted);
    return !ours.isEmpty() && !names.isEmpty() && names.stream().noneMatch(ours::contains);
  }

  private boolean about(
      Pairing pairing, Turns turns, Statement wanted, Statement clause, Said sentence) {
    if (turns.denials() > 0) {
      boolean supposed = wanted.supposed() || sentence.whole().supposed();
      if (supposed && pairing.exactly() < 0.95
          || wanted.supposed() && !sentence.whole().supposed()) {
        return false;
      }
      if (!clause.denials().isEmpty()) {
        int before = clause.denials().getFirst().before();
        boolean alone = sentence.clauses().size() == 1 && pairing.ofWanted() >= MOST;
        if (clause.keys(0, before).isEmpty() && !alone && !Pairing.pronoun(clause)) {
          return false;
        }
        if (!pairing.subject(before)) {
          return false;
        }
      }
    }
    return pairing.ofClause() >= (clause.denials().isEmpty() ? MOST : DENIED);
  }

  /// Whether another clause says it as the key point does.
  private boolean affirmed(Statement wanted, Turns turns, double again) {
    Set<String> keys = wanted.keys();
    for (Said sentence : answer) {
      Set<String> names = Set.of();
      for (Statement clause : sentence.clauses()) {
        Set<String> own = named(clause);
        names = own.isEmpty() ? names : own;
        if (ofNoneOf(wanted, names)) {
          continue;
        }
        if (clause.words().stream().noneMatch(it -> it.tells() && keys.contains(it.key()))) {
          continue;
        }
        Pairing pairing = new Pairing(wanted, clause, sentence.whole(), opposites, language, asked);
        if (wanted.share(clause) >= again
            && (pairing.has(turns.at()) || wanted.share(clause) >= NEARLY_ALL)
            && !pairing.turns().odd(false)
            && pairing.ofClause() >= MOST) {
          return true;
        }
      }
    }
    return false;
  }

  /// In nearly the same words, with another number of negations; and nowhere as the key point does.
  private boolean negated(String text, Statement wanted) {
    double against = 0;
    double affirmed = 0;
    List<Term> terms = Term.of(text);
    Set<String> ours = wanted.keys();
    if (language == Language.CHINESE && ours.size() < FEW) {
      return false;
    }
    for (Said sentence : answer) {
      List<Statement> some =
          sentence.clauses().stream()
              .filter(
                  it ->
                      it.words().stream()
                          .anyMatch(word -> word.tells() && ours.contains(word.key())))
              .toList();
      if (some.isEmpty()) {
        continue;
      }
      double all = 0;
      double again = 0;
      for (Term term : terms) {
        all += term.weight();
        again += sentence.keys().contains(term.key()) ? term.weight() : 0;
      }
      Statement joined = Statement.of(some);
      if (wanted.than() >= 0 && joined.than() < 0) {
        continue;
      }
      boolean supposed = wanted.supposed() || joined.supposed();
      List<Integer> subject = wanted.near(0, 1, 1);
      if (!subject.isEmpty()
          && !joined.keys().contains(wanted.words().get(subject.getFirst()).key())) {
        continue;
      }
      if (again < 0.75 * all || joined.share(wanted) < (supposed ? NEARLY_ALL : MOST)) {
        continue;
      }
      long denials = matched(joined, wanted.everyKey());
      if (matched(wanted, joined.everyKey()) % 2 == denials % 2) {
        affirmed = Math.max(affirmed, again);
      } else if (wanted.nearly() == joined.nearly()) {
        against = Math.max(against, again);
      }
    }
    return NEARLY_ALL * against > affirmed;
  }

  /// How many of its denials are of something that the other speaks of.
  private long matched(Statement statement, Set<String> others) {
    return statement.denials().stream()
        .filter(
            it ->
                it.heads().isEmpty()
                    ? others.containsAll(statement.keys(0, it.before()))
                    : it.heads().stream()
                            .anyMatch(head -> others.contains(statement.words().get(head).key()))
                        && !ofAnotherName(statement.subject(it), others))
        .count();
  }

  /// In Chinese, words in Latin letters are names.
  private boolean ofAnotherName(Set<String> subject, Set<String> others) {
    List<String> names =
        subject.stream()
            .filter(
                it ->
                    Character.isLetter(it.charAt(0)) && it.charAt(0) < 0x250 && !asked.contains(it))
            .toList();
    return language == Language.CHINESE
        && !names.isEmpty()
        && names.stream().noneMatch(others::contains);
  }
}
