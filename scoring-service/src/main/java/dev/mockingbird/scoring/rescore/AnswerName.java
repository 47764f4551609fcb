package dev.mockingbird.scoring.rescore;

import dev.mockingbird.events.ScoreEvent.AnswerRef;
import java.util.Comparator;

/// Which answer.
record AnswerName(String interview, int question, int attempt) implements Comparable<AnswerName> {

  private static final Comparator<AnswerName> ORDER =
      Comparator.comparing(AnswerName::interview)
          .thenComparing(AnswerName::question)
          .thenComparing(AnswerName::attempt);

  static AnswerName of(AnswerRef answer) {
    return new AnswerName(answer.interview(), answer.question(), answer.attempt());
  }

  @Override
  public int compareTo(AnswerName other) {
    return ORDER.compare(this, other);
  }
}
