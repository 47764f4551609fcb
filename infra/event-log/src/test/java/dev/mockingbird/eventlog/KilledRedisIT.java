package dev.mockingbird.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.Append.Change;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// What the journal acknowledged is there after `kill -9`, once, in order; what it did not
/// acknowledge is sent again under its number and takes effect once.
///
/// Writers keep their own record; the check reads the journals and the outbox. `-Dkills=20` runs
/// the long form.
@LocalStack
class KilledRedisIT {

  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final int ROOMS = 20;

  @Test
  void losesAndDoublesNothingThatWasAcknowledged(RedisServer redis) throws Exception {
    try (var on = new JournalFixture(redis.uri())) {
      List<Writer> writers = new ArrayList<>();
      for (int i = 0; i < ROOMS; i++) {
        JournalKeys keys = on.room();
        on.birth(keys);
        writers.add(new Writer(on, keys));
      }
      List<Thread> threads =
          writers.stream().map(writer -> Thread.ofVirtual().start(writer)).toList();
      for (int kill = 0; kill < KILLS; kill++) {
        long before = acknowledged(writers);
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> acknowledged(writers) > before + 20L * ROOMS);
        redis.kill();
        restart(redis);
      }
      writers.forEach(Writer::finish);
      for (Thread thread : threads) {
        thread.join();
      }

      writers.forEach(writer -> writer.check(on));
      long facts = writers.stream().mapToLong(writer -> writer.acknowledged.size() / 5).sum();
      assertThat(on.connection.sync().xlen(JournalKeys.outbox("s0")))
          .as("one outbox entry for each acknowledged fact")
          .isEqualTo(facts);
    }
  }

  private static long acknowledged(List<Writer> writers) {
    return writers.stream().mapToLong(writer -> writer.acknowledged.size()).sum();
  }

  private static void restart(RedisServer redis) {
    try {
      redis.start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// One client of one journal: sends its next number only when the last one is answered, and sends
  /// the same number again while it is not. Every fifth entry is a fact.
  private static final class Writer implements Runnable {
    private final JournalFixture on;
    private final JournalKeys keys;
    private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<Long, Long> sequences = new ConcurrentHashMap<>();
    private volatile boolean finishing;

    Writer(JournalFixture on, JournalKeys keys) {
      this.on = on;
      this.keys = keys;
    }

    void finish() {
      finishing = true;
    }

    @Override
    public void run() {
      for (long n = 1; !finishing || n % 5 != 1; n++) {
        Append.Entry entry =
            n % 5 == 0 ? on.chat(keys, "fact " + n) : new Change("{\"n\":" + n + "}");
        send(new Append(keys, false, "writer", n, List.of(entry)));
        acknowledged.add(n);
      }
    }

    private void send(Append append) {
      while (true) {
        try {
          AppendResult result =
              on.journal.append(append).toCompletableFuture().get(2, TimeUnit.SECONDS);
          switch (result) {
            case AppendResult.Appended appended -> sequences.put(append.n(), appended.last());
            case AppendResult.Seen seen -> sequences.put(append.n(), seen.sequence());
            case AppendResult.Conflict c -> throw new AssertionError(c);
            case AppendResult.Taken t -> throw new AssertionError(t);
            case AppendResult.Exists e -> throw new AssertionError(e);
            case AppendResult.Missing m -> throw new AssertionError(m);
            case AppendResult.Sealed s -> throw new AssertionError(s);
          }
          return;
        } catch (ExecutionException | TimeoutException unanswered) {
          // Neither accepted nor refused: the same number goes out again.
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }

    void check(JournalFixture fixture) {
      List<JournalEntry> journal = fixture.read(keys);
      assertThat(journal).hasSize(acknowledged.size());
      Set<String> once = new HashSet<>();
      for (int i = 0; i < journal.size(); i++) {
        JournalEntry entry = journal.get(i);
        long n = i + 1L;
        assertThat(entry.sequence()).isEqualTo(n);
        assertThat(sequences).containsEntry(n, n);
        assertThat(entry.json()).contains(n % 5 == 0 ? "fact " + n : "\"n\":" + n);
        assertThat(once.add(entry.json())).isTrue();
      }
    }
  }
}
