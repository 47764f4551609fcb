package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.Reading;

/// What one file of an upload says.
public record FileReading(SourceFile file, Reading reading) {}
