package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.reading.ReadItem;

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

  /// How likely one is an edit of the other: 0 when it is not likely enough.
  double likeness(Wording other) {
    double questions = Similarity.between(question, other.question);
    boolean sameAnswer = answer.length() >= TELLING && answer.equals(other.answer);
    if (questions < ENOUGH && !sameAnswer) {
      return 0;
    }
    double answers =
        answer.equals(other.answer)
            ? 1
            : Similarity.dice(Similarity.grams(answer), Similarity.grams(other.answer));
    return (1 - SHARE_OF_ANSWER) * questions + SHARE_OF_ANSWER * answers;
  }
}
