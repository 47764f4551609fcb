package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.opposition.Statement.Denial;
import dev.mockingbird.scoring.scorer.opposition.Statement.Opposite;
import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import dev.mockingbird.scoring.scorer.text.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A key point's statement laid beside one of an answer, word by word.
final class Pairing {

  private static final double DENIED_SAME = 0.6;
  private static final double SAME_PLACE = 0.3;
  private static final double SUBJECT = 0.6;

  private static final Set<String> PRONOUNS =
      Set.of(
          "it", "they", "thi", "this", "thes", "these", "he", "she", "i", "we", "you", "其", "它",
          "这", "我", "他");

  /// Where they are denied, whatever may happen is.
  private static final Set<String> EFFECTS =
      Set.of("affect", "influenc", "impact", "effect", "matter", "harm", "影", "响");

  private final Statement wanted;
  private final Statement own;
  private final Statement sentence;
  private final Opposites opposites;
  private final Language language;
  private final Set<String> asked;
  private final double[][] like;
  private final ComparedSides comparison;

  /// @param sentence the one that `own` is of
  Pairing(
      Statement wanted,
      Statement own,
      Statement sentence,
      Opposites opposites,
      Language language,
      Set<String> asked) {
    this.wanted = wanted;
    this.own = own;
    this.sentence = sentence;
    this.opposites = opposites;
    this.language = language;
    this.asked = asked;
    like = new double[wanted.words().size()][own.words().size()];
    for (int i = 0; i < like.length; i++) {
      for (int j = 0; j < like[i].length; j++) {
        like[i][j] = wanted.words().get(i).like(own.words().get(j));
      }
    }
    comparison = new ComparedSides(wanted, own, language, like);
  }

  private double bestOf(int ofOwn) {
    double best = 0;
    for (double[] row : like) {
      best = Math.max(best, row[ofOwn]);
    }
    return best;
  }

  /// Share of what the key point says that the other says as well.
  double ofWanted() {
    return wanted.share(
        _ -> true, it -> Arrays.stream(like[it]).anyMatch(likeness -> likeness >= Statement.SAME));
  }

  /// Share of what the other says that the key point says as well, or its opposite. Names of the
  /// question that it does not have do not count.
  double ofClause() {
    return share(Statement.SAME);
  }

  /// The same with the same words only.
  double exactly() {
    return share(1);
  }

  private double share(double least) {
    int from =
        pronoun(wanted) && !own.denials().isEmpty()
            ? own.denials().getFirst().before()
            : pronoun(wanted) ? verb() : 0;
    Set<String> ours = wanted.keys();
    List<Word> words = own.words();
    return own.share(
        it ->
            it >= from
                && (ours.contains(words.get(it).key()) || !asked.contains(words.get(it).key())),
        it -> bestOf(it) >= least || opposed(it));
  }

  /// Index of the first function word behind the first telling one.
  private int verb() {
    boolean some = false;
    for (int j = 0; j < Math.min(4, own.words().size()); j++) {
      if (some && !own.words().get(j).tells()) {
        return j;
      }
      some |= own.words().get(j).tells();
    }
    return 0;
  }

  private boolean opposed(int ofOwn) {
    return own.opposites().stream()
        .filter(it -> it.from() <= ofOwn && ofOwn < it.to())
        .anyMatch(theirs -> wanted.opposites().stream().anyMatch(it -> opposed(it, theirs)));
  }

  private boolean opposed(Opposite ours, Opposite theirs) {
    return opposites.opposed(ours.word(), theirs.word());
  }

  /// Whether what stands before a word of the other is in the key point.
  boolean subject(int before) {
    Set<String> ours = wanted.keys();
    boolean named = ours.stream().anyMatch(asked::contains);
    double all = 0;
    double same = 0;
    for (int j = 0; j < before; j++) {
      Word word = own.words().get(j);
      if (word.tells()) {
        all += word.weight();
        boolean known =
            ours.contains(word.key())
                || bestOf(j) >= Statement.SURELY_SAME
                    && (language == Language.ENGLISH || Script.chinese(word.key().codePointAt(0)))
                || asked.contains(word.key()) && !named;
        same += known ? word.weight() : 0;
      }
    }
    return same >= SUBJECT * all;
  }

  /// Whether the other has all of these words of the key point.
  boolean has(Set<Integer> some) {
    for (int i : some) {
      boolean found = false;
      for (double it : like[i]) {
        found |= it >= Statement.SURELY_SAME;
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  Turns turns() {
    Set<Integer> at = new HashSet<>();
    int opposed = opposed(at);
    int first = at.stream().mapToInt(Integer::intValue).min().orElse(-1);
    int denials = 0;
    for (Denial denial : own.denials()) {
      denials += deniesAlone(denial, at) ? 1 : 0;
    }
    for (Denial denial : wanted.denials()) {
      denials += !at.contains(denial.before()) && deniedAlone(denial, at) ? 1 : 0;
    }
    return new Turns(denials, opposed, anywhere(), comparison.swapped(first) ? 1 : 0, at);
  }

  private int anywhere() {
    int opposed = 0;
    Set<Opposite> taken = new HashSet<>();
    for (Opposite ours : wanted.opposites()) {
      for (Opposite theirs : own.opposites()) {
        if (opposed(ours, theirs) && ours.heldLike(theirs) && taken.add(theirs)) {
          opposed++;
          break;
        }
      }
    }
    return opposed;
  }

  private int opposed(Set<Integer> at) {
    int opposed = 0;
    Set<Opposite> taken = new HashSet<>();
    for (Opposite ours : wanted.opposites()) {
      if (has(sentence, ours)) {
        continue;
      }
      Opposite nearest = null;
      double best = SAME_PLACE;
      for (Opposite theirs : own.opposites()) {
        if (!taken.contains(theirs) && inTheSamePlace(ours, theirs)) {
          double cosine = Statement.cosine(ours.vector(), theirs.vector());
          if (cosine >= best) {
            nearest = theirs;
            best = cosine;
          }
        }
      }
      if (nearest != null) {
        taken.add(nearest);
        if (ours.heldLike(nearest)) {
          opposed++;
          at.add(ours.from());
        }
      }
    }
    return opposed;
  }

  private boolean has(Statement statement, Opposite word) {
    return statement.opposites().stream().anyMatch(it -> opposites.same(it.word(), word.word()));
  }

  /// Opposite to each other, neither with its own opposite beside it, and of the same word.
  private boolean inTheSamePlace(Opposite ours, Opposite theirs) {
    return opposed(ours, theirs)
        && !has(wanted, theirs)
        && sentence.opposites().stream().noneMatch(it -> opposed(it, theirs))
        && (own.than() < 0
            || theirs.from() <= own.than()
            || wanted.than() >= 0 && ours.from() > wanted.than())
        && beside(ours, theirs);
  }

  private boolean beside(Opposite ours, Opposite theirs) {
    boolean chinese = language == Language.CHINESE;
    if (chinese && theirs.word().length() > 2) {
      return true;
    }
    int reach = chinese ? 4 : 1;
    List<Integer> before = inClause(wanted, ours, wanted.near(ours.from() - 1, -1, reach));
    List<Integer> after = inClause(wanted, ours, wanted.near(ours.to(), 1, reach));
    List<Integer> theirsBefore = inClause(own, theirs, own.near(theirs.from() - 1, -1, reach));
    List<Integer> theirsAfter = inClause(own, theirs, own.near(theirs.to(), 1, reach));
    return theirsBefore.isEmpty() && theirsAfter.isEmpty()
        || alike(before, theirsBefore)
        || alike(after, theirsAfter)
        || after.contains(ours.to()) && alike(after, theirsBefore)
        || theirsAfter.contains(theirs.to()) && alike(before, theirsAfter);
  }

  private static List<Integer> inClause(Statement statement, Opposite of, List<Integer> near) {
    int clause = statement.words().get(of.from()).clause();
    return near.stream().filter(it -> statement.words().get(it).clause() == clause).toList();
  }

  private boolean alike(List<Integer> some, List<Integer> others) {
    return some.stream().anyMatch(i -> others.stream().anyMatch(j -> like[i][j] >= Statement.SAME));
  }

  /// The other denies what the key point says of the same subject.
  private boolean deniesAlone(Denial denial, Set<Integer> at) {
    Set<String> subject = own.keys(0, denial.before());
    Set<Integer> of = new HashSet<>();
    wanted.words().stream()
        .filter(it -> it.tells() && subject.contains(it.key()))
        .forEach(it -> of.add(it.clause()));
    if (comparison.deniedOfTheOtherSide(denial)) {
      return false;
    }
    List<Integer> partners = new ArrayList<>();
    double sum = 0;
    for (int head : denial.heads()) {
      int partner = -1;
      for (int i = 0; i < like.length; i++) {
        boolean here = of.isEmpty() || of.contains(wanted.words().get(i).clause());
        if (here && (partner < 0 || like[i][head] > like[partner][head])) {
          partner = i;
        }
      }
      if (partner < 0
          || !free(wanted.words().get(partner), own.words().get(head))
          || opposed(head)) {
        return false;
      }
      boolean nothingHappens = EFFECTS.contains(own.words().get(head).key()) && plain(wanted);
      sum += nothingHappens ? Math.max(DENIED_SAME, like[partner][head]) : like[partner][head];
      partners.add(partner);
    }
    if (!partners.isEmpty()
        && !of.isEmpty()
        && !wanted.keys(0, partners.getFirst()).isEmpty()
        && wanted.keys(0, partners.getFirst()).stream().noneMatch(subject::contains)) {
      return false;
    }
    if (partners.isEmpty() || sum < DENIED_SAME * partners.size()) {
      return false;
    }
    if (!partners.isEmpty() && !sameName(partners.getFirst(), denial.before())) {
      return false;
    }
    at.addAll(partners);
    return true;
  }

  private static boolean plain(Statement statement) {
    return statement.denials().isEmpty() && statement.nearly() == 0;
  }

  /// Of what the question names, the key point speaks of what it begins with, or of the last before
  /// its verb.
  private boolean sameName(int partner, int before) {
    Set<String> theirs = own.keys(0, before);
    theirs.retainAll(asked);
    List<Integer> first = wanted.near(0, 1, 1);
    if (!first.isEmpty() && theirs.contains(wanted.words().get(first.getFirst()).key())) {
      return true;
    }
    for (int i = partner - 1; i >= 0 && !theirs.isEmpty(); i--) {
      if (asked.contains(wanted.words().get(i).key())) {
        return theirs.contains(wanted.words().get(i).key());
      }
    }
    return true;
  }

  /// The key point denies what the other says.
  private boolean deniedAlone(Denial denial, Set<Integer> at) {
    double sum = 0;
    List<Integer> partners = new ArrayList<>();
    for (int head : denial.heads()) {
      int partner = -1;
      for (int j = 0; j < own.words().size(); j++) {
        partner = partner < 0 || like[head][j] > like[head][partner] ? j : partner;
      }
      boolean turned =
          wanted.opposites().stream()
              .filter(it -> it.from() <= head && head < it.to())
              .anyMatch(ours -> own.opposites().stream().anyMatch(it -> opposed(ours, it)));
      if (partner < 0 || turned || !free(own.words().get(partner), wanted.words().get(head))) {
        return false;
      }
      sum += like[head][partner];
      partners.add(partner);
    }
    if (denial.heads().isEmpty() || sum < DENIED_SAME * denial.heads().size()) {
      return false;
    }
    if (!denial.heads().isEmpty() && !sharesSubject(denial, partners)) {
      return false;
    }
    at.addAll(denial.heads());
    return true;
  }

  private boolean sharesSubject(Denial denial, List<Integer> partners) {
    int clause = wanted.words().get(denial.heads().getFirst()).clause();
    Set<String> theirs = own.keys();
    double all = 0;
    double same = 0;
    for (int i = 0; i < denial.before(); i++) {
      Word word = wanted.words().get(i);
      if (word.tells() && word.clause() == clause) {
        all += word.weight();
        same += theirs.contains(word.key()) ? word.weight() : 0;
      }
    }
    if (all == 0 && clause > 0) {
      List<Integer> first = wanted.near(0, 1, 1);
      return theirs.contains(wanted.words().get(first.getFirst()).key());
    }
    return same >= SUBJECT * all
        || partners.getFirst() == 0
        || PRONOUNS.contains(own.words().getFirst().key());
  }

  /// Whether it begins with a word that stands for its subject.
  static boolean pronoun(Statement statement) {
    return !statement.words().isEmpty() && PRONOUNS.contains(statement.words().getFirst().key());
  }

  private static boolean free(Word word, Word denied) {
    return word.free() && !word.nearlyDenied() && !inverse(word.key(), denied.key());
  }

  /// `unreachable` of `reach`.
  private static boolean inverse(String word, String of) {
    return of.length() >= 4
        && word.matches("(?:un|in|im|ir|non|dis)\\w+")
        && word.contains(of.substring(0, 4))
        && !of.startsWith(word.substring(0, 3));
  }
}
