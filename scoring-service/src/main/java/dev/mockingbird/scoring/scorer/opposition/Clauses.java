package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Negations.Negation;
import dev.mockingbird.scoring.scorer.opposition.Statement.Denial;
import dev.mockingbird.scoring.scorer.opposition.Statement.Opposite;
import dev.mockingbird.scoring.scorer.opposition.Statement.Word;
import dev.mockingbird.scoring.scorer.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the clauses of an encoded text as statements.
final class Clauses {

  private static final Pattern SUPPOSED =
      Pattern.compile(
          "(?i)\\b(?:if|unless|without|otherwise|would|when|whenever)\\b"
              + "|如果|若|假如|要是|一旦|否则|的话|除非|没有.{0,12}[就便则会]|当.{0,14}时");

  private static final Pattern THAN =
      Pattern.compile("(?i)\\bthan\\b|\\bcompared (?:to|with)\\b|比(?![如例较特])|(?<=[大小高低多少优劣早晚快慢])于");

  private final String text;
  private final Question question;
  private final Words words;

  Clauses(String text, TextVectors vectors, Question question) {
    this.text = text;
    this.question = question;
    words = new Words(text, vectors, question.chinese());
  }

  /// Those of a part of the text; what one leaves out that the one before has, is filled in.
  ///
  /// @param last what was said before the part
  List<Statement> of(Sentence part, @Nullable Statement last) {
    List<Statement> clauses = new ArrayList<>();
    for (Sentence clause : ClauseBoundaries.split(text, part)) {
      Statement before = clauses.isEmpty() ? last : clauses.getLast();
      Statement next = statement(clause);
      if (before != null && Ellipsis.in(next, clause.in(text))) {
        next = Ellipsis.filled(next, before, question.chinese());
      }
      if (!next.keys().isEmpty() || !next.denials().isEmpty()) {
        clauses.add(next);
      }
    }
    return clauses;
  }

  private Statement statement(Sentence part) {
    String own = part.in(text);
    List<Negation> negations = Negations.in(own, question.language());
    List<Word> said = words.of(part, negations);
    List<Opposite> opposite = opposites(part, said, negations);
    List<Denial> denials = new ArrayList<>();
    for (Negation negation : negations) {
      if (negation.plain()) {
        denials.add(
            DeniedWords.of(
                said, opposite, part.from() + negation.from(), part.from() + negation.to()));
      }
    }
    Matcher than = THAN.matcher(own);
    return new Statement(
        said,
        opposite,
        denials,
        (int) negations.stream().filter(it -> !it.plain()).count(),
        Figures.in(own),
        than.find() ? Words.lastBefore(said, part.from() + than.start()) : -1,
        SUPPOSED.matcher(own).find());
  }

  private List<Opposite> opposites(Sentence part, List<Word> said, List<Negation> negations) {
    List<Opposite> found = new ArrayList<>();
    for (Opposites.Found it : question.opposites().in(part.in(text))) {
      int from = Words.lastBefore(said, part.from() + it.from()) + 1;
      int to = Words.lastBefore(said, part.from() + it.to()) + 1;
      if (from < to) {
        Word first = said.get(from);
        boolean inside =
            negations.stream().anyMatch(not -> not.from() < it.to() && not.to() > it.from());
        found.add(
            new Opposite(
                it.word(),
                from,
                to,
                Words.mean(said.subList(from, to).stream().map(Word::vector).toList()),
                !inside && first.denied() % 2 == 1,
                !inside && nearlyDenied(first.from() - part.from(), negations)));
      }
    }
    return found;
  }

  private static boolean nearlyDenied(int offset, List<Negation> negations) {
    return negations.stream().anyMatch(it -> !it.plain() && !it.limits() && it.to() <= offset);
  }
}
