package dev.mockingbird.eventlog;

import java.util.List;
import java.util.Map;

/// A decision to be written, all of it or nothing.
///
/// @param birth the journal must not exist yet; otherwise it must
/// @param client who sends, for recognising a repeat; an instance, a page, or an idempotency key
/// @param n the client's number of this append, rising; at or below the last accepted one it is a
///   repeat
/// @param guards scope versions the decision was made upon; a scope never bumped is at 0
/// @param bumps scopes this append moves on by one
/// @param claims entries of unique indexes that must be free or already held by the same holder
/// @param seal no append is accepted after this one
public record Append(
    JournalKeys keys,
    boolean birth,
    String client,
    long n,
    Map<String, Long> guards,
    List<String> bumps,
    List<Claim> claims,
    List<Entry> entries,
    boolean seal) {

  public Append(JournalKeys keys, boolean birth, String client, long n, List<Entry> entries) {
    this(keys, birth, client, n, Map.of(), List.of(), List.of(), entries, false);
  }

  /// @param index name of the index within the shard
  public record Claim(String index, String field, String holder) {}

  /// One line of the journal. A fact also goes to the outbox.
  public sealed interface Entry {
    /// What the journal keeps, JSON.
    String json();
  }

  /// @param envelope what the outbox keeps, from [EventCodec#draft]
  public record Fact(String json, String topic, String envelope) implements Entry {}

  /// A change that the journal keeps and Kafka does not see one by one.
  public record Change(String json) implements Entry {}
}
