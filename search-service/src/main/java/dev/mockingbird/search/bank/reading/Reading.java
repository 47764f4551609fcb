package dev.mockingbird.search.bank.reading;

import java.util.List;

/// A whole file as it was understood; nothing has been decided about it yet.
///
/// @param shape the kind of block that was taken for the questions, one of `shapes`
/// @param shapes what else it could be, the likeliest first
/// @param confidence 0 to 1: how likely the items are what the author of the list meant; below
///   [#SURE] a person is asked before anything is taken over
/// @param because what the confidence rests on
/// @param items in the order of the file
public record Reading(
    String shape,
    List<ShapeOption> shapes,
    double confidence,
    List<Reason> because,
    List<ReadItem> items,
    List<Mark> marks,
    List<ImportWarning> warnings) {

  /// From here on nobody needs to be asked.
  public static final double SURE = 0.7;

  /// Lines of one file; what is kept of so many short ones takes about 60 MB.
  public static final int MOST_LINES = 100_000;

  /// Questions and demands of one upload; nobody looks through more at once.
  public static final int MOST_ITEMS = 20_000;
}
