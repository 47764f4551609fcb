package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;

/// A container that a reader has to open, such as `<details>`.
///
/// @param parent index of the fold around it; -1 when there is none
/// @param summary where the text that is always shown stands
/// @param text what is always shown, Markdown
record Fold(Lines lines, int parent, Lines summary, String text) {}
