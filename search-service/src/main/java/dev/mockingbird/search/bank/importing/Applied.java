package dev.mockingbird.search.bank.importing;

import org.jspecify.annotations.Nullable;

/// What an import did.
///
/// @param batch absent when nothing was to be done
record Applied(@Nullable String batch, Counts counts) {}
