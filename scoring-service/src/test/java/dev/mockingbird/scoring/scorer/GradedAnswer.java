package dev.mockingbird.scoring.scorer;

/// An answer with the grade it deserves, as the fit sees it.
///
/// @param kind `human`, or how it was made up
/// @param grade 0 to 1
/// @param features similarity and recall of each key point
record GradedAnswer(
    String set, String question, String kind, double grade, double weight, double[][] features) {}
