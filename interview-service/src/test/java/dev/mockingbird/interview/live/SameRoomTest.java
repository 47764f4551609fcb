package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.document.Update;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomEntryCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// Whatever people do at the same time on two instances, and whatever is lost and sent again: for
/// each viewer and position the digest of the canonical view is the same for the live state, for
/// the journal folded from its start, and for a page that folds the frames it is sent; and what was
/// acknowledged is there once. `-Dschedules=100000` runs the long form.
class SameRoomTest {

  private static final int SCHEDULES = Integer.getInteger("schedules", 10_000);
  private static final int STEPS = 24;

  private final RoomEntryCodec codec =
      new RoomEntryCodec(
          new EventCodec(
              "default", interview -> Optional.of(new SecretKeySpec(new byte[32], "AES"))));

  private final AtomicInteger compared = new AtomicInteger();

  @Test
  void liveStateJournalAndFramesTellOneStory() {
    IntStream.range(0, SCHEDULES).parallel().forEach(seed -> new Schedule(seed).play());

    assertThat(compared.get()).isGreaterThan(SCHEDULES * 3);
  }

  private record Seen(PersonId viewer, long sequence) {}

  private final class Schedule {
    private final int seed;
    private final Random random;
    private final RandomInterview interview;
    private final Map<Seen, String> live = new HashMap<>();

    Schedule(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.interview = new RandomInterview(codec, random);
    }

    void play() {
      for (int part = 0; part < 4; part++) {
        interview.play(STEPS / 4);
        followFromElsewhere();
        interview.instances.forEach(this::look);
      }
      interview.settle();
      interview.instances.forEach(this::look);
      foldTheJournal();
      onceEach();
    }

    /// The socket is cut, and the page comes back to one of the instances; or another page opens.
    private void followFromElsewhere() {
      RoomInstance before = interview.instance();
      RoomInstance after = interview.instance();
      Optional<PersonId> viewer = before.viewer();
      FoldedFrames page = before.page();
      long sequence = before.room().sequence();
      before.cut();
      if (viewer.isPresent() && random.nextInt(3) > 0) {
        after.open(viewer.get(), page, sequence);
      } else {
        PersonId person = RandomInterview.PEOPLE.get(random.nextInt(4));
        after.open(person, null, 0);
      }
    }

    private void look(RoomInstance instance) {
      Room room = instance.room();
      PersonId person = instance.viewer().orElse(RandomInterview.PEOPLE.get(random.nextInt(4)));
      String digest = digest(room, person);
      String known = live.put(new Seen(person, room.sequence()), digest);
      if (known != null) {
        assertThat(digest).as("seed %d, both instances", seed).isEqualTo(known);
      }
      if (instance.viewer().isPresent()) {
        assertThat(sha256(instance.page().canonical()))
            .as("seed %d, frames of %s up to %d", seed, person, room.sequence())
            .isEqualTo(digest);
        compared.incrementAndGet();
      }
    }

    private void foldTheJournal() {
      Room room = new Room();
      for (ModelJournal.Line line : interview.journal.after(0)) {
        room.evolve(codec.decode(line.json()), room.sequence() + 1, line.at());
        for (PersonId person : RandomInterview.PEOPLE) {
          String digest = live.get(new Seen(person, room.sequence()));
          if (digest != null) {
            assertThat(digest(room, person))
                .as("seed %d, journal for %s up to %d", seed, person, room.sequence())
                .isEqualTo(digest);
            compared.incrementAndGet();
          }
        }
      }
    }

    private void onceEach() {
      Room room = interview.instances.getFirst().room();
      assertThat(room.chat()).extracting(Room.ChatLine::text).doesNotHaveDuplicates();
      for (PersonId person : RandomInterview.PEOPLE) {
        long updates =
            room.documents().stream()
                .flatMap(document -> document.since(0).stream())
                .map(Update::client)
                .filter(client -> client.equals(person + "/page"))
                .count();
        assertThat(updates)
            .as("seed %d, changes of %s", seed, person)
            .isEqualTo(interview.typed(person));
      }
    }
  }

  private static String digest(Room room, PersonId person) {
    return sha256(
        room.findMember(person)
            .map(member -> Wire.json().writeValueAsString(RoomView.of("i", room, member)))
            .orElse(""));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
