package dev.mockingbird.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mockingbird.eventlog.Append.Change;
import dev.mockingbird.eventlog.Append.Claim;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@LocalStack(Store.REDIS)
class AppendScriptIT {

  private static JournalFixture on;

  @BeforeAll
  static void connect(Stores stores) {
    on = new JournalFixture(stores.redisUri());
  }

  @AfterAll
  static void disconnect() {
    on.close();
  }

  @Test
  void numbersEntriesAndFactsWithoutHoles() {
    JournalKeys keys = on.room();

    on.birth(keys, on.chat(keys, "one"), new Change("{\"edit\":1}"));
    AppendResult second =
        on.append(
            new Append(
                keys, false, "c", 1, List.of(new Change("{\"edit\":2}"), on.chat(keys, "two"))));

    assertThat(second)
        .isInstanceOfSatisfying(
            AppendResult.Appended.class,
            it -> {
              assertThat(it.first()).isEqualTo(3);
              assertThat(it.last()).isEqualTo(4);
              assertThat(it.facts()).isEqualTo(2);
            });
    assertThat(on.read(keys))
        .extracting(JournalEntry::sequence, JournalEntry::number)
        .containsExactly(tuple(1L, 1L), tuple(2L, 0L), tuple(3L, 0L), tuple(4L, 2L));
  }

  @Test
  void aRepeatChangesNothingAndSaysSo() {
    JournalKeys keys = on.room();
    on.birth(keys);
    Append append = new Append(keys, false, "page", 7, List.of(new Change("{}")));

    assertThat(on.append(append)).isInstanceOf(AppendResult.Appended.class);
    assertThat(on.append(append)).isInstanceOf(AppendResult.Seen.class);
    assertThat(on.read(keys)).hasSize(1);
    assertThat(on.journal.lastAccepted(keys, "page").toCompletableFuture().join()).isEqualTo(7);
  }

  @Test
  void aRestoredBackupGivesEveryJournalAnotherEpoch() {
    JournalKeys keys = on.room();
    on.birth(keys);
    String before = head(on.journal, keys).epoch();
    Journal restored = new RedisJournal(on.connection, () -> "unused", "+r1");

    AppendResult appended =
        restored
            .append(new Append(keys, false, "c", 1, List.of(new Change("{}"))))
            .toCompletableFuture()
            .join();

    assertThat(head(restored, keys).epoch()).isEqualTo(before + "+r1");
    assertThat(appended)
        .isInstanceOfSatisfying(
            AppendResult.Appended.class, it -> assertThat(it.epoch()).isEqualTo(before + "+r1"));
    assertThat(head(on.journal, keys).epoch()).isEqualTo(before);
  }

  private static JournalHead head(Journal journal, JournalKeys keys) {
    return journal.head(keys).toCompletableFuture().join().orElseThrow();
  }

  @Test
  void aBirthIsOneAndItsRepeatIsSeen() {
    JournalKeys keys = on.room();

    assertThat(on.birth(keys)).isInstanceOf(AppendResult.Appended.class);
    assertThat(on.birth(keys)).isInstanceOf(AppendResult.Seen.class);
    assertThat(on.append(new Append(keys, true, "another", 1, List.of())))
        .isInstanceOf(AppendResult.Exists.class);
  }

  @Test
  void nothingIsAppendedToWhatWasNeverBorn() {
    assertThat(on.append(new Append(on.room(), false, "c", 1, List.of(new Change("{}")))))
        .isEqualTo(new AppendResult.Missing());
  }

  @Test
  void aGuardThatDiffersWritesNothing() {
    JournalKeys keys = on.room();
    on.birth(keys);
    on.append(guarded(keys, 1, Map.of("doc:q1", 0L), List.of("doc:q1")));

    assertThat(on.append(guarded(keys, 2, Map.of("doc:q1", 0L), List.of("doc:q1"))))
        .isEqualTo(new AppendResult.Conflict("doc:q1", 1));
    assertThat(on.append(guarded(keys, 2, Map.of("doc:q1", 1L, "facts", 0L), List.of())))
        .isInstanceOf(AppendResult.Appended.class);
    assertThat(on.read(keys)).hasSize(2);
  }

  @Test
  void aSealedJournalTakesNothingButKnowsItsRepeats() {
    JournalKeys keys = on.room();
    on.birth(keys);
    Append last =
        new Append(
            keys, false, "c", 1, Map.of(), List.of(), List.of(), List.of(new Change("{}")), true);

    assertThat(on.append(last)).isInstanceOf(AppendResult.Appended.class);
    assertThat(on.append(last)).isInstanceOf(AppendResult.Seen.class);
    assertThat(on.append(new Append(keys, false, "c", 2, List.of(new Change("{}")))))
        .isInstanceOf(AppendResult.Sealed.class);
  }

  @Test
  void aUniqueEntryHasOneHolder() {
    JournalKeys first = on.room();
    JournalKeys second = on.room();
    String identity = first.id();

    assertThat(on.append(claiming(first, identity))).isInstanceOf(AppendResult.Appended.class);
    assertThat(on.append(claiming(second, identity)))
        .isEqualTo(new AppendResult.Taken(identity, first.id()));
    assertThat(on.read(second)).isEmpty();
  }

  private static Append guarded(
      JournalKeys keys, long n, Map<String, Long> guards, List<String> bumps) {
    return new Append(
        keys, false, "c", n, guards, bumps, List.of(), List.of(new Change("{}")), false);
  }

  private static Append claiming(JournalKeys keys, String identity) {
    return new Append(
        keys,
        true,
        "c",
        1,
        Map.of(),
        List.of(),
        List.of(new Claim("questions", identity, keys.id())),
        List.of(new Change("{}")),
        false);
  }
}
