package dev.mockingbird.search.bank.reading;

/// A kind of block that may hold the questions of a file.
///
/// @param shape stable name, such as `heading-3` or `list-item`; reading the file again with it
///   makes its blocks the questions
/// @param line of the first such block
/// @param example what stands there
/// @param blocks how many there are
public record ShapeOption(String shape, int line, String example, int blocks) {}
