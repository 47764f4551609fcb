package dev.mockingbird.search.bank.markdown;

import java.util.BitSet;
import java.util.List;

/// A source made ready for a CommonMark parser: same lines, but containers and HTML that only lays
/// out are taken out, because a parser would take all of their content for HTML.
///
/// @param folds in the order in which they open
/// @param foldOf by line index: the innermost fold around it, or -1
/// @param fences by line index: index of the line that opened the fence that is open behind it, or
///   -1
/// @param markup lines that held nothing but what was taken out
record Prepared(List<String> lines, List<Fold> folds, int[] foldOf, int[] fences, BitSet markup) {}
