/// The journals of ended rooms on their way from Redis to Kafka, and how they are read from there.
///
/// In the head of a journal (see `dev.mockingbird.eventlog`), beside what the append script keeps:
///
/// ```
/// archive  JSON  where each chunk of the journal is on the archive topic, and its SHA-256
/// trimmed  ms    from then on the archive is the journal: Redis has only the head and `clients`
/// ```
///
/// Beside it `snapshots` (hash, position -> [RoomSnapshot]), and per shard the sorted sets
/// `{s3}:rooms:to-archive` and `{s3}:rooms:to-trim` (room -> ms). All three are views.
@NullMarked
package dev.mockingbird.interview.archive;

import org.jspecify.annotations.NullMarked;
