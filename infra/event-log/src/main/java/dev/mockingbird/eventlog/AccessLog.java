package dev.mockingbird.eventlog;

import dev.mockingbird.events.AccessEvent;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.XTrimArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Who saw what, on disk before it is shown. One journal per subject gives the facts their numbers;
/// nobody reads it, so it is kept empty, and the outbox carries the facts to Kafka.
///
/// A page asks again and again for what it shows: what a person is shown within [#SAME_VIEW] of a
/// view is the same view.
public final class AccessLog {

  private static final String KIND = "viewed";
  private static final Duration SAME_VIEW = Duration.ofMinutes(10);
  private static final long TIMEOUT_SECONDS = 5;

  private final StatefulRedisConnection<String, String> redis;
  private final Journal journal;
  private final EventCodec codec;
  private final String tag;
  private final String client = UUID.randomUUID().toString();
  private long n;

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
    String recent = keys.part(content + ":" + person);
    if (answer(redis.async().exists(recent)) > 0) {
      return;
    }
    write(keys, fact(content, subject, person, correlationId));
    redis.async().setex(recent, SAME_VIEW.toSeconds(), "");
    redis.async().xtrim(keys.journal(), XTrimArgs.Builder.maxlen(0));
  }

  private Append.Fact fact(
      AccessEvent.Content content, String subject, PersonId person, String correlationId) {
    return codec.draft(
        subject,
        new EventDraft(
            new AccessEvent.ContentViewed(content, subject), person, correlationId, null));
  }

  private void write(JournalKeys keys, Append.Fact fact) {
    boolean birth = false;
    boolean written = false;
    while (!written) {
      switch (answer(send(keys, birth, fact))) {
        case AppendResult.Appended _ -> written = true;
        case AppendResult.Missing _ -> birth = true;
        case AppendResult.Exists _ -> birth = false;
        // Overtaken by a later view of this instance: ask again under a new number.
        case AppendResult.Seen _ -> birth = false;
        case AppendResult.Conflict _, AppendResult.Taken _, AppendResult.Sealed _ ->
            throw new IllegalStateException("The access journal is never guarded nor sealed");
      }
    }
  }

  /// Numbers are taken and sent in one order, or the later one would make the earlier a repeat.
  private synchronized CompletionStage<AppendResult> send(
      JournalKeys keys, boolean birth, Append.Fact fact) {
    n++;
    return journal.append(new Append(keys, birth, client, n, List.of(fact)));
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
