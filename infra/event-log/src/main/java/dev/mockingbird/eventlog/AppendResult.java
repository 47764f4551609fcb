package dev.mockingbird.eventlog;

import java.time.Instant;

/// What became of an [Append]. Everything but `Appended` and `Seen` wrote nothing.
public sealed interface AppendResult {

  /// On disk. `first` to `last` are the sequence numbers of its entries.
  record Appended(String epoch, long first, long last, Instant at, long facts)
      implements AppendResult {}

  /// A repeat: it took effect before.
  ///
  /// @param sequence last sequence number of the client's newest accepted append
  record Seen(String epoch, long sequence) implements AppendResult {}

  /// A guard differs: read on and decide again.
  record Conflict(String scope, long version) implements AppendResult {}

  /// A unique index entry is held by somebody else.
  record Taken(String field, String holder) implements AppendResult {}

  /// A birth found the journal already there, made by another client.
  record Exists(String epoch, long sequence) implements AppendResult {}

  record Missing() implements AppendResult {}

  record Sealed(String epoch, long sequence) implements AppendResult {}
}
