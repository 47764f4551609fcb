package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.scoring.scorer.opposition.Statement.Opposite;
import java.util.Set;

/// Whether an answer is telling what is good of something, or what is bad.
final class Heading {

  private static final Set<String> SIDES =
      Set.of("优点", "缺点", "优势", "劣势", "advantage", "advantages", "disadvantage", "disadvantages");

  private final Opposites opposites;
  private String last = "";

  Heading(Opposites opposites) {
    this.opposites = opposites;
  }

  void read(Statement clause) {
    for (Opposite word : clause.opposites()) {
      last = SIDES.contains(word.word()) ? word.word() : last;
    }
  }

  /// A key point of the other side is not denied by what stands here.
  boolean against(Statement wanted) {
    return wanted.opposites().stream().anyMatch(it -> opposites.opposed(it.word(), last));
  }
}
