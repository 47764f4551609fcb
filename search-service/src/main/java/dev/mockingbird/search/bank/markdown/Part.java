package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Role;
import org.jspecify.annotations.Nullable;

/// Where a piece that a question owns went.
///
/// @param label the label it is, or which detail it is one of
/// @param inline what stands behind its label on the same line
record Part(Piece piece, Role role, Label.@Nullable Part label, String inline) {}
