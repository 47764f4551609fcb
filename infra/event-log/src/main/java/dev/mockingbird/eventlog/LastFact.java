package dev.mockingbird.eventlog;

import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;

/// The one fact that is left of a journal whose texts have to go: it is appended before anything is
/// deleted, so that everybody hears of it, and stands alone at the end. Each step can be repeated.
public final class LastFact {

  private final Journal journal;
  private final StatefulRedisConnection<String, String> redis;

  public LastFact(Journal journal, StatefulRedisConnection<String, String> redis) {
    this.journal = journal;
    this.redis = redis;
  }

  /// @param append the fact, of a client of its own that appends nothing else
  /// @return its sequence, also when it was appended before
  /// @throws IllegalStateException when the journal takes no such fact
  public long append(Append append) {
    AppendResult result = journal.append(append).toCompletableFuture().join();
    return switch (result) {
      case AppendResult.Appended appended -> appended.last();
      case AppendResult.Seen seen -> seen.sequence();
      case AppendResult.Conflict it -> throw unexpected(it);
      case AppendResult.Taken it -> throw unexpected(it);
      case AppendResult.Exists it -> throw unexpected(it);
      case AppendResult.Missing it -> throw unexpected(it);
      case AppendResult.Sealed it -> throw unexpected(it);
    };
  }

  /// A trimmed stream keeps the bytes of what was trimmed until its whole block goes, so the fact
  /// is written into a stream of its own instead.
  public void keepAlone(JournalKeys keys, long sequence) {
    String id = sequence + "-0";
    List<StreamMessage<String, String>> fact =
        redis.sync().xrange(keys.journal(), Range.create(id, id));
    redis.sync().multi();
    redis.sync().del(keys.journal());
    fact.forEach(
        it -> redis.sync().xadd(keys.journal(), new XAddArgs().id(it.getId()), it.getBody()));
    redis.sync().exec();
  }

  private static IllegalStateException unexpected(AppendResult result) {
    return new IllegalStateException("The last fact of a journal was answered " + result);
  }
}
