package dev.mockingbird.search.catalog;

import dev.mockingbird.search.index.Index;
import java.util.List;

/// Names and ids of everything the catalogue keeps; the only place where they are spelled.
///
/// A version and the `ImportApplied` that makes it count come from different partitions, in any
/// order. So both are written down first, then each side looks whether the other is there already;
/// whichever comes second puts the version into [#QUESTIONS].
final class CatalogIndices {

  /// What is found: the current version of each question.
  static final Index QUESTIONS = new Index("mockingbird-questions", 1, CatalogIndices.class);

  /// Versions that came with an import.
  static final Index VERSIONS = new Index("mockingbird-question-versions", 1, CatalogIndices.class);

  /// Imports that took effect.
  static final Index IMPORTS = new Index("mockingbird-applied-imports", 1, CatalogIndices.class);

  static final List<Index> ALL = List.of(QUESTIONS, VERSIONS, IMPORTS);

  private CatalogIndices() {}

  static String versionId(String question, String batch) {
    return question + "@" + batch;
  }
}
