package dev.mockingbird.interview.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.eventlog.DurableProducer;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.interview.room.RoomFold;
import dev.mockingbird.interview.room.RoomSnapshot;
import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@LocalStack({Store.REDIS, Store.KAFKA})
class ArchiveIT {

  private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");

  private static ArchiveFixture on;

  @BeforeAll
  static void start(Stores stores) throws Exception {
    on = new ArchiveFixture(stores);
  }

  @AfterAll
  static void stop() {
    on.close();
  }

  @Test
  void aJournalIsTheSameAfterItHasLeftRedis() {
    JournalKeys room = on.endedRoom(230);
    List<JournalEntry> before = on.all(room);

    assertThat(on.archiver.archive(room)).isInstanceOf(RoomArchiver.Step.Done.class);
    assertThat(on.archiver.trim(room, NOW)).isInstanceOf(RoomArchiver.Step.Done.class);

    assertThat(on.redis().exists(room.journal())).isZero();
    assertThat(on.head(room).chunks()).hasSize(3);
    assertThat(on.all(room)).isEqualTo(before);
    assertThat(on.read(room, 95, 110)).isEqualTo(before.subList(95, 205));
    assertThat(on.read(room, before.size(), 10)).isEmpty();
    assertThat(on.inRedis.lastAccepted(room, "test").toCompletableFuture().join())
        .as("a page that comes back is still told what was accepted")
        .isEqualTo(1);
    assertThat(on.archiver.archive(room)).as("again").isInstanceOf(RoomArchiver.Step.Done.class);
    assertThat(on.archiver.trim(room, NOW)).isInstanceOf(RoomArchiver.Step.Done.class);
  }

  @Test
  void aRoomThatGoesOnIsLeftAlone() {
    JournalKeys room = on.roomThatGoesOn(30);

    assertThat(on.archiver.archive(room)).isInstanceOf(RoomArchiver.Step.NothingToDo.class);
    assertThat(on.archiver.trim(room, NOW)).isInstanceOf(RoomArchiver.Step.NothingToDo.class);
    assertThat(on.head(room).chunks()).isEmpty();
  }

  /// Killed after the first chunk, and again before the head: what was written is nobody's.
  @Test
  void whatAKilledArchiverLeftOnTheTopicIsNobodys() {
    JournalKeys room = on.endedRoom(150);
    List<JournalEntry> before = on.all(room);
    ArchiveIndex.Head head = on.head(room);
    var key = on.dataKeys.find(room.id()).orElseThrow();
    on.topic.write(
        room.id(), ChunkCodec.encode(room.id(), key, new Chunk(null, before.subList(0, 100))));

    on.archiver.archive(room);
    String archive = on.head(room).archive();
    assertThat(on.index.keep(room, head, List.of())).as("another instance comes late").isFalse();
    on.archiver.trim(room, NOW);

    assertThat(on.head(room).archive()).isEqualTo(archive);
    assertThat(on.all(room)).isEqualTo(before);
  }

  @Test
  void nothingIsTrimmedWhenTheTopicHoldsSomethingElse() {
    JournalKeys room = on.endedRoom(60);
    JournalKeys other = on.endedRoom(61);
    List<JournalEntry> before = on.all(room);
    on.archiver.archive(room);
    on.archiver.archive(other);
    on.redis().hset(room.head(), "archive", String.valueOf(on.head(other).archive()));

    assertThatThrownBy(() -> on.archiver.trim(room, NOW))
        .isInstanceOf(ArchiveDisagreesException.class);

    assertThat(on.redis().xlen(room.journal())).isEqualTo(before.size());
    assertThat(on.head(room).archive()).as("forgotten").isNull();
    on.archiver.archive(room);
    assertThat(on.archiver.trim(room, NOW)).isInstanceOf(RoomArchiver.Step.Done.class);
    assertThat(on.all(room)).isEqualTo(before);
  }

  @Test
  void nothingIsTrimmedWhenKafkaHasLostIt() {
    JournalKeys room = on.endedRoom(60);
    on.archiver.archive(room);
    pointBeyondTheEnd(room);

    assertThatThrownBy(() -> on.archiver.trim(room, NOW))
        .isInstanceOf(ArchiveDisagreesException.class);
    assertThat(on.redis().exists(room.journal())).isOne();
  }

  @Test
  void whenTheTopicIsDeletedWhatIsInRedisIsArchivedAnew() throws Exception {
    JournalKeys room = on.endedRoom(60);
    List<JournalEntry> before = on.all(room);
    on.archiver.archive(room);
    on.loseTopic();

    assertThatThrownBy(() -> on.archiver.trim(room, NOW))
        .isInstanceOf(ArchiveDisagreesException.class);
    assertThat(on.redis().xlen(room.journal())).isEqualTo(before.size());

    on.archiver.archive(room);
    assertThat(on.archiver.trim(room, NOW)).isInstanceOf(RoomArchiver.Step.Done.class);
    assertThat(on.all(room)).isEqualTo(before);
  }

  @Test
  void aJournalWithAHoleIsNeitherArchivedNorTrimmed() {
    JournalKeys room = on.endedRoom(60);
    on.archiver.archive(room);
    String archive = on.head(room).archive();
    on.redis().xdel(room.journal(), "7-0");

    assertThatThrownBy(() -> on.archiver.trim(room, NOW))
        .isInstanceOf(ArchiveDisagreesException.class);
    assertThat(on.head(room).archive()).as("the archive has what Redis lacks").isEqualTo(archive);

    on.redis().hdel(room.head(), "archive");
    assertThatThrownBy(() -> on.archiver.archive(room)).isInstanceOf(RuntimeException.class);
    assertThat(on.head(room).archive()).isNull();
  }

  /// A restored backup whose Kafka is older than its Redis.
  @Test
  void aReaderIsToldNothingRatherThanSomethingElse() {
    JournalKeys room = on.endedRoom(62);
    JournalKeys other = on.endedRoom(63);
    on.archiver.archive(room);
    on.archiver.trim(room, NOW);
    on.archiver.archive(other);
    ChunkPointer there = on.head(other).chunks().getFirst();
    ChunkPointer here = on.head(room).chunks().getFirst();
    point(
        room,
        new ChunkPointer(1, here.last(), false, there.partition(), there.offset(), here.sha256()));

    assertThatThrownBy(() -> on.all(room)).hasCauseInstanceOf(ArchiveDisagreesException.class);
    pointBeyondTheEnd(room);
    assertThatThrownBy(() -> on.all(room)).hasCauseInstanceOf(ArchiveDisagreesException.class);
    assertThat(on.index.forget(room, String.valueOf(on.head(room).archive()))).isFalse();
  }

  @Test
  void whatWasErasedStaysErased() {
    JournalKeys room = on.endedRoom(64);
    JournalKeys later = on.endedRoom(65);
    ArchiveIndex.Head head = on.head(later);
    on.archiver.archive(room);
    on.archiver.trim(room, NOW);
    on.all(room);

    on.dataKeys.erase(room.id());
    assertThatThrownBy(() -> on.all(room))
        .as("also what this process has read already")
        .hasMessageContaining("was erased");

    on.dataKeys.erase(later.id());
    on.redis().del(later.head(), later.journal(), later.clients());
    assertThat(on.archiver.archive(later)).isInstanceOf(RoomArchiver.Step.NothingToDo.class);
    assertThat(on.index.keep(later, head, List.of())).as("an archiver in the middle").isFalse();
    assertThat(on.redis().keys("*:room:" + later.id() + ":*")).isEmpty();
  }

  @Test
  void endedRoomsAreMovedAlsoWhenNobodySaidThatTheyEnded() {
    JournalKeys ended = on.endedRoom(40);
    JournalKeys broken = on.endedRoom(41);
    JournalKeys goesOn = on.roomThatGoesOn(42);
    on.redis().xdel(broken.journal(), "7-0");
    List<String> kept = new ArrayList<>();
    MeterRegistry meters = new SimpleMeterRegistry();

    on.sweep(Duration.ofDays(7), kept::add, meters).sweep();
    assertThat(on.redis().exists(ended.journal(), goesOn.journal())).isEqualTo(2);
    assertThat(on.head(ended).chunks()).isNotEmpty();
    assertThat(kept).isEmpty();

    on.sweep(Duration.ZERO, kept::add, meters).sweep();
    assertThat(on.redis().exists(ended.journal())).isZero();
    assertThat(kept).contains(ended.id()).doesNotContain(goesOn.id(), broken.id());
    assertThat(on.redis().exists(broken.journal(), goesOn.journal())).isEqualTo(2);
    assertThat(meters.counter("mockingbird.archive.rooms", "outcome", "refused").count())
        .as("tried again a day later")
        .isPositive();
  }

  @Test
  void whatIsErasedUnderAnArchiversHandsIsNoDisagreement() {
    for (boolean archived : List.of(false, true)) {
      JournalKeys room = on.endedRoom(150);
      if (archived) {
        on.archiver.archive(room);
      }
      RoomArchiver archiver = on.archiverWhile(() -> erase(room));

      RoomArchiver.Step step = archived ? archiver.trim(room, NOW) : archiver.archive(room);

      assertThat(step).isInstanceOf(RoomArchiver.Step.Overtaken.class);
      assertThat(on.archiver.archive(room)).isInstanceOf(RoomArchiver.Step.NothingToDo.class);
      assertThat(on.redis().keys("*:room:" + room.id() + ":*")).isEmpty();
    }
  }

  /// Stopped for minutes and woken up, when the lease has long been another's.
  @Test
  void whatAnotherInstanceTrimmedUnderAnArchiversHandsIsNoDisagreement() {
    for (boolean archived : List.of(false, true)) {
      JournalKeys room = on.endedRoom(150);
      List<JournalEntry> before = on.all(room);
      if (archived) {
        on.archiver.archive(room);
      }
      RoomArchiver archiver =
          on.archiverWhile(
              () -> {
                on.archiver.archive(room);
                on.archiver.trim(room, NOW);
              });

      RoomArchiver.Step step = archived ? archiver.trim(room, NOW) : archiver.archive(room);

      assertThat(step).isInstanceOf(RoomArchiver.Step.Overtaken.class);
      assertThat(on.archiver.archive(room)).isInstanceOf(RoomArchiver.Step.Done.class);
      assertThat(on.all(room)).isEqualTo(before);
    }
  }

  @Test
  void aChunkThatKafkaWillNeverTakeIsThisRoomsTroubleAlone() {
    String tooLong = "x".repeat(DurableProducer.LARGEST_RECORD);

    assertThatThrownBy(() -> on.topic.write("i", tooLong))
        .isInstanceOf(ArchiveDisagreesException.class);
  }

  @Test
  void aRoomForWhichKafkaIsAwayLetsTheOthersPass() {
    JournalKeys stuck = on.endedRoom(40);
    JournalKeys other = on.endedRoom(41);
    while (!other.tag().equals(stuck.tag())) {
      other = on.endedRoom(41);
    }
    String behind = other.id();
    LastingView lasting =
        room -> {
          if (room.equals(stuck.id())) {
            throw new ArchiveUnavailableException("no record", new TimeoutException());
          }
        };
    MeterRegistry meters = new SimpleMeterRegistry();
    ArchiveSweep sweep = on.sweep(Duration.ZERO, lasting, meters);

    assertThatThrownBy(sweep::sweep).isInstanceOf(ArchiveUnavailableException.class);
    sweep.sweep();

    assertThat(on.redis().exists(new JournalKeys(stuck.tag(), "room", behind).journal())).isZero();
    assertThat(on.redis().exists(stuck.journal())).isOne();
    assertThat(on.redis().zscore("{" + stuck.tag() + "}:rooms:to-archive", stuck.id()))
        .as("tried again in ten minutes")
        .isGreaterThan(System.currentTimeMillis());
  }

  private static void erase(JournalKeys room) {
    on.dataKeys.erase(room.id());
    on.redis().del(room.head(), room.journal(), room.clients());
  }

  @Test
  void snapshotsAreMadeOnTheWayAndThrownAwayAtWill() {
    JournalKeys room = on.roomThatGoesOn(520);
    List<JournalEntry> journal = on.all(room);

    for (long position = 100; position <= 500; position += 100) {
      on.snapshots.make(room, "epoch", position);
    }

    assertThat(on.redis().hkeys(Snapshots.key(room))).hasSize(5);
    assertThat(nearest(room, "epoch", Long.MAX_VALUE).equals(folded(journal, 500))).isTrue();
    assertThat(nearest(room, "epoch", 499).equals(folded(journal, 400))).isTrue();
    assertThat(nearest(room, "epoch", 99)).isEmpty();
    assertThat(at(room, 444).equals(folded(journal, 444).orElseThrow())).isTrue();
    assertThat(nearest(room, "another", Long.MAX_VALUE)).isEmpty();
    on.redis().hset(Snapshots.key(room), "500", "bm90IGEgc25hcHNob3Q=");
    assertThat(nearest(room, "epoch", Long.MAX_VALUE)).as("unreadable").isEmpty();
    on.redis().del(room.head(), Snapshots.key(room));
    on.snapshots.make(room, "epoch", 500);
    assertThat(on.redis().exists(Snapshots.key(room))).as("after an erasure").isZero();
  }

  @Test
  void longSnapshotsMakeRoomForTheNext() {
    JournalKeys room = on.roomThatGoesOn(520);
    String longOne = "x".repeat(Snapshots.SMALL + 1);
    for (long position = 100; position <= 400; position += 100) {
      on.redis().hset(Snapshots.key(room), Long.toString(position), longOne);
    }
    on.redis().hdel(Snapshots.key(room), "300", "400");

    on.snapshots.make(room, "epoch", 300);
    on.snapshots.make(room, "epoch", 400);
    on.redis().hset(Snapshots.key(room), "400", longOne);
    on.snapshots.make(room, "epoch", 500);

    assertThat(on.redis().hkeys(Snapshots.key(room)))
        .as("of long ones every fourth, of small ones all")
        .containsExactlyInAnyOrder("100", "300", "400", "500");
  }

  @Test
  void aPositionInTheArchiveIsFoundFromTheSnapshotBeforeIt() {
    JournalKeys room = on.endedRoom(520);
    List<JournalEntry> journal = on.all(room);
    on.archiver.archive(room);
    on.archiver.trim(room, NOW);

    assertThat(nearest(room, "of another incarnation", Long.MAX_VALUE).equals(folded(journal, 500)))
        .isTrue();
    assertThat(nearest(room, "epoch", 499).equals(folded(journal, 400))).isTrue();
    assertThat(nearest(room, "epoch", 399).equals(folded(journal, 300))).isTrue();
    assertThat(nearest(room, "epoch", 99)).isEmpty();
    assertThat(at(room, 444).equals(folded(journal, 444).orElseThrow())).isTrue();
    assertThat(at(room, Long.MAX_VALUE).equals(folded(journal, journal.size()).orElseThrow()))
        .isTrue();
  }

  private static RoomSnapshot at(JournalKeys room, long position) {
    return on.snapshots.at(room, "epoch", position).toCompletableFuture().join();
  }

  private static Optional<RoomSnapshot> nearest(JournalKeys room, String epoch, long upTo) {
    return on.snapshots.nearest(room, epoch, upTo).toCompletableFuture().join();
  }

  private static Optional<RoomSnapshot> folded(List<JournalEntry> journal, int position) {
    RoomFold fold = new RoomFold(on.codec);
    journal.subList(0, position).forEach(fold::take);
    return Optional.of(fold.snapshot("epoch"));
  }

  private static void pointBeyondTheEnd(JournalKeys room) {
    ChunkPointer here = on.head(room).chunks().getFirst();
    point(
        room,
        new ChunkPointer(
            1, here.last(), false, here.partition(), here.offset() + 100_000, here.sha256()));
  }

  private static void point(JournalKeys room, ChunkPointer pointer) {
    on.redis()
        .hset(
            room.head(),
            "archive",
            JsonMapper.builder().build().writeValueAsString(List.of(pointer)));
  }
}
