package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final Pattern EXAMPLE =
      Pattern.compile("(?i)例如|比如|譬如|\\be\\.g\\.|\\bfor example|\\bsuch as\\b");

  private final Question question;
  private final String said;
  private final Restatement restatement;
  private final Reversal reversal;
  private final NegatedSentence negated;
  private final PlainDenial denial;
  private final Exchange exchange;
  private final Contrast contrast;
  private final Crossing crossing;

  /// @param sentences those of the answer that count
  /// @param vectors of the answer
  public Opposition(
      Language language,
      String question,
      String answer,
      List<Sentence> sentences,
      TextVectors vectors) {
    this.question = Question.of(language, question);
    said = String.join("\n", sentences.stream().map(it -> it.in(answer)).toList());
    List<AnswerSentence> own =
        AnswerSentence.of(answer, sentences, new Clauses(answer, vectors, this.question));
    List<Statement> clauses = own.stream().flatMap(it -> it.clauses().stream()).toList();
    restatement = new Restatement(this.question, own);
    reversal = new Reversal(this.question, own);
    negated = new NegatedSentence(this.question, own);
    denial = new PlainDenial(this.question, clauses);
    exchange = new Exchange(this.question, clauses);
    contrast = new Contrast(this.question, clauses);
    crossing = new Crossing(this.question, clauses);
  }

  /// @param vectors of the key point
  public Optional<Kind> to(String keyPoint, TextVectors vectors) {
    if (YesOrNo.opposed(keyPoint, said)) {
      return Optional.of(Kind.CONTRADICTION);
    }
    List<Statement> clauses =
        new Clauses(keyPoint, vectors, question).of(new Sentence(0, keyPoint.length()), null);
    List<Statement> open = clauses.stream().filter(it -> !restatement.ofClause(it)).toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Statement wanted = Statement.of(clauses);
    if (!restatement.of(wanted)) {
      Optional<Kind> reversed = reversal.of(keyPoint, wanted, settled(clauses, open));
      if (reversed.isPresent()) {
        return reversed;
      }
      if (negated.of(keyPoint, wanted) || denial.in(clauses, open)) {
        return Optional.of(Kind.NEGATION);
      }
    }
    boolean another =
        exchange.in(clauses, open) || contrast.in(clauses, open) || crossing.in(clauses, open);
    return another && !EXAMPLE.matcher(keyPoint).find()
        ? Optional.of(Kind.CONTRADICTION)
        : Optional.empty();
  }

  /// Indices of the clauses that are not open.
  private static Set<Integer> settled(List<Statement> clauses, List<Statement> open) {
    Set<Integer> settled = new HashSet<>();
    for (int i = 0; i < clauses.size(); i++) {
      if (!open.contains(clauses.get(i))) {
        settled.add(i);
      }
    }
    return settled;
  }
}
