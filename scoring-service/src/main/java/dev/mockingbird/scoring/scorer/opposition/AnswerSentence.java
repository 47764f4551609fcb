package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A sentence of an answer.
///
/// @param whole all of its clauses as one statement
/// @param keys of its terms
record AnswerSentence(String text, List<Statement> clauses, Statement whole, Set<String> keys) {

  /// Those that say something.
  static List<AnswerSentence> of(String text, List<Sentence> sentences, Clauses clauses) {
    List<AnswerSentence> said = new ArrayList<>();
    for (Sentence sentence : sentences) {
      List<Statement> own =
          clauses.of(sentence, said.isEmpty() ? null : said.getLast().clauses().getLast());
      if (!own.isEmpty()) {
        String words = sentence.in(text);
        said.add(new AnswerSentence(words, own, Statement.of(own), Term.keys(words)));
      }
    }
    return said;
  }
}
