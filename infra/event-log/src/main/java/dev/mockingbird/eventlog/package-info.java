/// How truth is written and passed on: one atomic append to Redis, a relay from its outbox to
/// Kafka, and one policy for consumers.
///
/// Redis layout, all keys of a shard in one cluster slot:
///
/// ```
/// {s3}:room:<id>:head      hash    epoch, seq, facts, at, sealed, v:<scope>
/// {s3}:room:<id>:journal   stream  one entry per sequence number
/// {s3}:room:<id>:clients   hash    last accepted n of each client
/// {s3}:outbox              stream  facts on their way to Kafka, in the order of the shard
/// {s3}:outbox:lease        string  the instance whose relay may send
/// {s3}:interview:<id>:data-key     the interview's data key, wrapped by the installation key
/// ```
@NullMarked
package dev.mockingbird.eventlog;

import org.jspecify.annotations.NullMarked;
