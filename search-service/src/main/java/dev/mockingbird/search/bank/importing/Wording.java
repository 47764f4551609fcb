package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.Similarity;
import dev.mockingbird.search.bank.reading.ReadItem;
import org.jspecify.annotations.Nullable;

/// What a question says, ready to be compared with another.
///
/// @param question title and body
record Wording(String question, String answer) {

  private static final double ENOUGH = 0.5;
  private static final double SHARE_OF_ANSWER = 0.2;

  /// From here on an equal answer is no accident.
  private static final int TELLING = 12;

  static Wording of(ReadItem item) {
    return of(item.title(), item.body(), item.staff().reference());
  }

  static Wording of(Question question) {
    return of(question.content().title(), question.content().body(), question.staff().reference());
  }

  private static Wording of(String title, String body, String reference) {
    return new Wording(Similarity.bare(title + "\n" + body), Similarity.bare(reference));
  }

  /// What a comparison costs.
  int length() {
    return question.length() + answer.length();
  }

  Compared compared() {
    return new Compared(this);
  }

  /// Remembers what it takes to be compared with many.
  static final class Compared {

    private final Wording wording;
    private int @Nullable [] question;
    private int @Nullable [] answer;

    private Compared(Wording wording) {
      this.wording = wording;
    }

    /// How likely one is an edit of the other: 0 when it is not likely enough.
    double likeness(Compared other) {
      boolean equalAnswers = wording.answer.equals(other.wording.answer);
      boolean sameAnswer = equalAnswers && wording.answer.length() >= TELLING;
      if (!sameAnswer && !alikeAtBest(other)) {
        return 0;
      }
      double questions =
          Similarity.between(
              wording.question, questionGrams(), other.wording.question, other.questionGrams());
      if (questions < ENOUGH && !sameAnswer) {
        return 0;
      }
      double answers = equalAnswers ? 1 : Similarity.dice(answerGrams(), other.answerGrams());
      return (1 - SHARE_OF_ANSWER) * questions + SHARE_OF_ANSWER * answers;
    }

    /// Texts of too different lengths cannot share enough, whatever they say.
    private boolean alikeAtBest(Compared other) {
      int one = wording.question.length();
      int two = other.wording.question.length();
      return Similarity.atBest(one, two) >= ENOUGH;
    }

    private int[] questionGrams() {
      if (question == null) {
        question = Similarity.grams(wording.question);
      }
      return question;
    }

    private int[] answerGrams() {
      if (answer == null) {
        answer = Similarity.grams(wording.answer);
      }
      return answer;
    }
  }
}
