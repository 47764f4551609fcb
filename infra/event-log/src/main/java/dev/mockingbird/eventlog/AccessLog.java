package dev.mockingbird.eventlog;

import dev.mockingbird.events.AccessEvent;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.XTrimArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Who saw what, on disk before it is shown. One journal per subject gives the facts their numbers;
/// nobody reads it, so it is kept empty, and the outbox carries the facts to Kafka.
///
/// A page asks again and again for what it shows: what a person is shown within [#SAME_VIEW] of a
/// view is the same view. It is written once, however many requests are answered at once by however
/// many instances, and again by the next one when whoever was to write it died.
public final class AccessLog {

  private static final String KIND = "viewed";
  private static final Duration SAME_VIEW = Duration.ofMinutes(10);
  private static final long TIMEOUT_SECONDS = 5;

  /// KEYS view that goes on, clients; ARGV client, seconds. The number of the view, for which the
  /// journal takes one fact; 0 when it has it.
  private static final String VIEW =
      """
      local written = tonumber(string.match(redis.call('HGET', KEYS[2], ARGV[1]) or '0', '^%d+'))
      local view = tonumber(redis.call('GET', KEYS[1]) or '0')
      if view == 0 then
        view = written + 1
        redis.call('SET', KEYS[1], view, 'EX', ARGV[2])
      end
      return view > written and view or 0""";

  private final StatefulRedisConnection<String, String> redis;
  private final Journal journal;
  private final EventCodec codec;
  private final String tag;

  /// @param tag a shard that this service relays
  public AccessLog(
      StatefulRedisConnection<String, String> redis,
      Journal journal,
      EventCodec codec,
      String tag) {
    this.redis = redis;
    this.journal = journal;
    this.codec = codec;
    this.tag = tag;
  }

  /// Blocks until it is written, or was written a moment ago.
  ///
  /// @param subject interview id, or question id for a reference in the bank
  /// @throws IllegalStateException when the store does not answer: show nothing
  public void viewed(
      AccessEvent.Content content, String subject, PersonId person, String correlationId) {
    JournalKeys keys = new JournalKeys(tag, KIND, subject);
    String client = content + ":" + person;
    long view = answer(view(keys, client));
    if (view > 0) {
      write(keys, client, view, fact(content, subject, person, correlationId));
      redis.async().xtrim(keys.journal(), XTrimArgs.Builder.maxlen(0));
    }
  }

  private CompletionStage<Long> view(JournalKeys keys, String client) {
    return redis
        .async()
        .eval(
            VIEW,
            ScriptOutputType.INTEGER,
            new String[] {keys.part(client), keys.clients()},
            client,
            Long.toString(SAME_VIEW.toSeconds()));
  }

  private Append.Fact fact(
      AccessEvent.Content content, String subject, PersonId person, String correlationId) {
    return codec.draft(
        subject,
        new EventDraft(
            new AccessEvent.ContentViewed(content, subject), person, correlationId, null));
  }

  private void write(JournalKeys keys, String client, long view, Append.Fact fact) {
    boolean birth = false;
    boolean written = false;
    while (!written) {
      switch (answer(journal.append(new Append(keys, birth, client, view, List.of(fact))))) {
        // Seen: by another request of the same view.
        case AppendResult.Appended _, AppendResult.Seen _ -> written = true;
        case AppendResult.Missing _ -> birth = true;
        case AppendResult.Exists _ -> birth = false;
        case AppendResult.Conflict _, AppendResult.Taken _, AppendResult.Sealed _ ->
            throw new IllegalStateException("The access journal is never guarded nor sealed");
      }
    }
  }

  private static <T> T answer(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The access could not be written down", e);
    }
  }
}
