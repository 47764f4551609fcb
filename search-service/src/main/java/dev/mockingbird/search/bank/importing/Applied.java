package dev.mockingbird.search.bank.importing;

import org.jspecify.annotations.Nullable;

/// What an import did.
///
/// @param batch absent when nothing was to be done
/// @param generation of the bank after it
record Applied(@Nullable String batch, Counts counts, long generation) {}
