package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.Reason;

/// A file of an upload that was not read.
public record LeftOut(String name, Reason because) {}
