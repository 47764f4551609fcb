package dev.mockingbird.search.bank.reading;

import org.jspecify.annotations.Nullable;

/// What a run of lines became. The marks of a reading cover every line of the file once, in order;
/// empty lines go with what they follow.
///
/// @param item key of the item they belong to; absent for topics and ignored lines
public record Mark(Lines lines, Role role, @Nullable String item, Reason reason) {}
