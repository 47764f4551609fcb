package dev.mockingbird.search.bank.markdown;

import java.util.List;

/// A whole list as it was understood; nothing has been decided about it yet.
///
/// @param shape what was taken for a question in this file, and why
public record ImportDraft(String shape, List<DraftItem> items, List<ImportWarning> warnings) {}
