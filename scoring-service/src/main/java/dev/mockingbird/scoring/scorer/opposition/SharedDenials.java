package dev.mockingbird.scoring.scorer.opposition;

import java.util.List;
import java.util.Set;

/// The denials of a statement that concern another.
final class SharedDenials {

  private SharedDenials() {}

  /// How many of them are of something that the other speaks of.
  ///
  /// @param others keys of the words of the other
  static long count(Statement statement, Set<String> others, Question question) {
    return statement.denials().stream()
        .filter(
            it ->
                it.heads().isEmpty()
                    ? others.containsAll(statement.keys(0, it.before()))
                    : it.heads().stream()
                            .anyMatch(head -> others.contains(statement.words().get(head).key()))
                        && !ofAnotherName(statement.subject(it), others, question))
        .count();
  }

  /// In Chinese, words in Latin letters are names.
  private static boolean ofAnotherName(Set<String> subject, Set<String> others, Question question) {
    List<String> names =
        subject.stream()
            .filter(
                it ->
                    Character.isLetter(it.charAt(0))
                        && it.charAt(0) < 0x250
                        && !question.asked().contains(it))
            .toList();
    return question.chinese() && !names.isEmpty() && names.stream().noneMatch(others::contains);
  }
}
