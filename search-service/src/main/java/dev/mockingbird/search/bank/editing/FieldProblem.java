package dev.mockingbird.search.bank.editing;

import org.jspecify.annotations.Nullable;

/// What is wrong with one field of a form.
///
/// @param field as it is spelled in JSON, such as `keyPoints[2].weight`
/// @param limit what a value or a list may have at most
record FieldProblem(String field, Code code, @Nullable Integer limit, String detail) {

  enum Code {
    REQUIRED,
    TOO_LONG,
    TOO_MANY,
    OUT_OF_RANGE,
    /// It names a question that is not found.
    UNKNOWN,
    /// A counterpart speaks the other language.
    SAME_LANGUAGE,
    /// It has a counterpart already.
    TAKEN
  }
}
