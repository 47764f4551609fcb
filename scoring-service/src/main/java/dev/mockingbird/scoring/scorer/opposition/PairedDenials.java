package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Statement.Denial;
import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What only one denies of a key point's statement and one of an answer, of the same subject.
final class PairedDenials {

  private static final double SAME = 0.6;
  private static final double SUBJECT = 0.6;

  /// Words that are not together by chance.
  private static final int SEVERAL = 3;

  /// Where they are denied, whatever may happen is.
  private static final Set<String> EFFECTS =
      Set.of("affect", "influenc", "impact", "effect", "matter", "harm", "影", "响");

  private final Statement wanted;
  private final Statement own;
  private final double[][] like;
  private final PairedOpposites opposites;
  private final ComparedSides sides;
  private final Question question;

  PairedDenials(
      WordPairs pairs, PairedOpposites opposites, ComparedSides sides, Question question) {
    wanted = pairs.wanted();
    own = pairs.own();
    like = pairs.like();
    this.opposites = opposites;
    this.sides = sides;
    this.question = question;
  }

  /// How many there are.
  ///
  /// @param at the key point's words that are turned round; takes the indices of more of them
  int count(Set<Integer> at) {
    int denials = 0;
    for (Denial denial : own.denials()) {
      denials += deniesAlone(denial, at) ? 1 : 0;
    }
    for (Denial denial : wanted.denials()) {
      denials += !at.contains(denial.before()) && deniedAlone(denial, at) ? 1 : 0;
    }
    return denials;
  }

  /// The other denies what the key point says of the same subject.
  private boolean deniesAlone(Denial denial, Set<Integer> at) {
    if (sides.deniedOfTheOtherSide(denial)) {
      return false;
    }
    Set<String> subject = own.keys(0, denial.before());
    Set<Integer> clauses = clausesOf(subject);
    List<Integer> partners = new ArrayList<>();
    double sum = 0;
    for (int head : denial.heads()) {
      int partner = nearest(head, clauses);
      if (partner < 0
          || !free(wanted.words().get(partner), own.words().get(head))
          || opposites.ofOwn(head)) {
        return false;
      }
      boolean nothingHappens = EFFECTS.contains(own.words().get(head).key()) && plain(wanted);
      sum += nothingHappens ? Math.max(SAME, like[partner][head]) : like[partner][head];
      partners.add(partner);
    }
    if (partners.isEmpty() || sum < SAME * partners.size()) {
      return false;
    }
    Set<String> before = wanted.keys(0, partners.getFirst());
    if (!clauses.isEmpty() && !before.isEmpty() && before.stream().noneMatch(subject::contains)) {
      return false;
    }
    if (!sameName(partners.getFirst(), denial.before())) {
      return false;
    }
    at.addAll(partners);
    return true;
  }

  /// Indices of the key point's clauses that have one of the words, or go on from such a one
  /// without a name of their own.
  private Set<Integer> clausesOf(Set<String> subject) {
    Set<Integer> clauses = clausesWith(subject);
    if (!clauses.isEmpty()) {
      Set<Integer> named = clausesWith(question.asked());
      for (int clause = 1; clause <= wanted.words().getLast().clause(); clause++) {
        if (clauses.contains(clause - 1) && !named.contains(clause)) {
          clauses.add(clause);
        }
      }
    }
    return clauses;
  }

  private Set<Integer> clausesWith(Set<String> keys) {
    return wanted.words().stream()
        .filter(it -> it.tells() && keys.contains(it.key()))
        .map(Word::clause)
        .collect(Collectors.toSet());
  }

  /// Index of the key point's word that is most like one of the other; -1 without any.
  ///
  /// @param clauses to look in; all if there is none
  private int nearest(int ofOwn, Set<Integer> clauses) {
    int nearest = -1;
    for (int i = 0; i < like.length; i++) {
      boolean here = clauses.isEmpty() || clauses.contains(wanted.words().get(i).clause());
      if (here && (nearest < 0 || like[i][ofOwn] > like[nearest][ofOwn])) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static boolean plain(Statement statement) {
    return statement.denials().isEmpty() && statement.nearly() == 0;
  }

  /// Of what the question names, the key point speaks of what it begins with, or of the last before
  /// its verb.
  private boolean sameName(int partner, int before) {
    Set<String> theirs = own.keys(0, before);
    theirs.retainAll(question.asked());
    List<Integer> first = wanted.near(0, 1, 1);
    if (!first.isEmpty() && theirs.contains(wanted.words().get(first.getFirst()).key())) {
      return true;
    }
    for (int i = partner - 1; i >= 0 && !theirs.isEmpty(); i--) {
      if (question.asked().contains(wanted.words().get(i).key())) {
        return theirs.contains(wanted.words().get(i).key());
      }
    }
    return true;
  }

  /// The key point denies what the other says.
  private boolean deniedAlone(Denial denial, Set<Integer> at) {
    if (denial.heads().isEmpty()) {
      return false;
    }
    List<Integer> partners = new ArrayList<>();
    double sum = 0;
    for (int head : denial.heads()) {
      int partner = -1;
      for (int j = 0; j < own.words().size(); j++) {
        partner = partner < 0 || like[head][j] > like[head][partner] ? j : partner;
      }
      if (partner < 0
          || opposites.ofWanted(head)
          || !free(own.words().get(partner), wanted.words().get(head))) {
        return false;
      }
      sum += like[head][partner];
      partners.add(partner);
    }
    if (sum < SAME * denial.heads().size() || !sharesSubject(denial, partners)) {
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
      return theirs.contains(wanted.words().get(first.getFirst()).key())
          || allOf(clause, theirs) && wanted.denials().size() == 1;
    }
    return same >= SUBJECT * all || partners.getFirst() == 0 || own.beginsWithPronoun();
  }

  private boolean allOf(int clause, Set<String> keys) {
    List<String> ours =
        wanted.words().stream()
            .filter(it -> it.tells() && it.clause() == clause)
            .map(Word::key)
            .toList();
    return ours.size() >= SEVERAL && keys.containsAll(ours);
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
