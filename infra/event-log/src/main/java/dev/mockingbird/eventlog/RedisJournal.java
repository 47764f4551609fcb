package dev.mockingbird.eventlog;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The [Journal] in Redis, over one pipelined connection that all journals share.
public final class RedisJournal implements Journal {

  private final StatefulRedisConnection<String, String> connection;
  private final String incarnation;
  private final AppendScript script;

  /// @param epochs draws the epoch of a journal that is born
  /// @param incarnation of the installation: follows every epoch, so that no position of the time
  ///   before a backup was restored is taken for one of the time after; empty for the first
  public RedisJournal(
      StatefulRedisConnection<String, String> connection,
      Supplier<String> epochs,
      String incarnation) {
    this.connection = connection;
    this.incarnation = incarnation;
    this.script = new AppendScript(connection, epochs, incarnation);
  }

  @Override
  public CompletionStage<AppendResult> append(Append append) {
    return script.run(append);
  }

  @Override
  public CompletionStage<List<JournalEntry>> read(JournalKeys keys, long after, int limit) {
    Range<String> newer =
        Range.from(Range.Boundary.including(after + 1 + "-0"), Range.Boundary.unbounded());
    return connection
        .async()
        .xrange(keys.journal(), newer, Limit.from(limit))
        .thenApply(messages -> messages.stream().map(RedisJournal::entry).toList());
  }

  @Override
  public CompletionStage<Long> lastAccepted(JournalKeys keys, String client) {
    return connection
        .async()
        .hget(keys.clients(), client)
        .thenApply(
            last -> last == null ? 0L : Long.parseLong(last.substring(0, last.indexOf(':'))));
  }

  @Override
  public CompletionStage<Optional<JournalHead>> head(JournalKeys keys) {
    return connection
        .async()
        .hmget(keys.head(), "epoch", "seq", "facts", "sealed")
        .thenApply(this::head);
  }

  private static JournalEntry entry(StreamMessage<String, String> message) {
    Map<String, String> fields = message.getBody();
    return new JournalEntry(
        Long.parseLong(message.getId().substring(0, message.getId().indexOf('-'))),
        Instant.ofEpochMilli(Long.parseLong(field(fields, "t"))),
        Long.parseLong(field(fields, "n")),
        field(fields, "d"));
  }

  private Optional<JournalHead> head(List<KeyValue<String, String>> values) {
    Map<String, String> fields =
        values.stream()
            .filter(KeyValue::hasValue)
            .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    return fields.containsKey("epoch")
        ? Optional.of(
            new JournalHead(
                field(fields, "epoch") + incarnation,
                Long.parseLong(field(fields, "seq")),
                Long.parseLong(field(fields, "facts")),
                fields.containsKey("sealed")))
        : Optional.empty();
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalStateException("A journal entry lacks its field " + name);
    }
    return value;
  }
}
