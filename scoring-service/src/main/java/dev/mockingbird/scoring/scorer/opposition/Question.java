package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.HashSet;
import java.util.Set;

/// What was asked, and in which language.
///
/// @param asked what the question names; of Chinese characters, those that it has once
record Question(Language language, Opposites opposites, Set<String> asked) {

  static Question of(Language language, String text) {
    return new Question(language, Opposites.of(language), asked(text));
  }

  boolean chinese() {
    return language == Language.CHINESE;
  }

  /// What a statement speaks of, of what the question names.
  Set<String> namedIn(Statement statement) {
    Set<String> named = new HashSet<>(statement.keys());
    named.retainAll(asked);
    return named;
  }

  private static Set<String> asked(String question) {
    Set<String> asked = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (Term term : Term.of(question)) {
      if (Script.chinese(term.key().codePointAt(0))) {
        continue;
      }
      if (!StopWords.contains(term.key())
          || Words.name(question.substring(term.from(), term.to()))) {
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
}
