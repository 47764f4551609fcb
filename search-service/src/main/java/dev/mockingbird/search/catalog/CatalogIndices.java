package dev.mockingbird.search.catalog;

import dev.mockingbird.search.index.Index;
import dev.mockingbird.search.index.IndexedView;
import java.util.List;

/// Names and ids of everything the catalogue keeps; the only place where they are spelled.
///
/// What a batch did to a question, and the `ImportApplied` or `ImportUndone` that makes it count,
/// come from different partitions, in any order.
///
/// A question that a batch brings into the world stands in `questions` at once and names its batch;
/// searches pass it over until the batch is among the `imports`. What a batch changes of a question
/// that is there already must not replace it before: it is written down in `versions`. Then each
/// side looks whether the other is there already; whichever comes second puts it into `questions`.
///
/// @param questions what is found: the current version of each question
/// @param versions and retirements that came with a batch, but for the first of each question
/// @param imports that took effect, and undoings of them, see [AppliedBatches]
record CatalogIndices(Index questions, Index versions, Index imports) {

  /// Those that are searched.
  static final CatalogIndices STANDING =
      new CatalogIndices(
          new Index("mockingbird-questions", 3, CatalogIndices.class),
          new Index("mockingbird-question-versions", 3, CatalogIndices.class),
          new Index("mockingbird-applied-imports", 3, CatalogIndices.class));

  /// Those of the view, which was made of [#all].
  static CatalogIndices of(IndexedView view) {
    List<Index> indices = view.indices();
    return new CatalogIndices(indices.get(0), indices.get(1), indices.get(2));
  }

  List<Index> all() {
    return List.of(questions, versions, imports);
  }

  static String versionId(String question, String batch) {
    return question + "@" + batch;
  }
}
