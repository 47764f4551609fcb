package dev.mockingbird.interview.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.interview.room.RandomRoom;
import dev.mockingbird.interview.room.RoomFixture;
import dev.mockingbird.interview.room.RoomFold;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ChunkCodecTest {

  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
  private static final SecretKey OTHER = new SecretKeySpec("0123456789abcdef".getBytes(), "AES");

  private final List<JournalEntry> journal = new RandomRoom(1, 300).ended().journal();

  @Test
  void aChunkComesBackAsItWas() {
    RoomFold before = new RoomFold(RoomFixture.codec());
    journal.subList(0, 100).forEach(before::take);
    Chunk chunk = new Chunk(before.snapshot("e"), journal.subList(100, journal.size()));

    String value = ChunkCodec.encode("i-1", KEY, chunk);

    assertThat(ChunkCodec.decode("i-1", KEY, 101, value)).isEqualTo(chunk);
    assertThat(value).as("a repeat").isEqualTo(ChunkCodec.encode("i-1", KEY, chunk));
  }

  @Test
  void noWordCanBeReadWithoutTheKey() {
    String value = ChunkCodec.encode("i-1", KEY, new Chunk(null, journal));

    assertThat(value).matches("[A-Za-z0-9+/=]+");
    assertThatThrownBy(() -> ChunkCodec.decode("i-1", OTHER, 1, value))
        .isInstanceOf(ArchiveDisagreesException.class);
  }

  @Test
  void aChunkIsReadOnlyAtItsOwnPlace() {
    String value = ChunkCodec.encode("i-1", KEY, new Chunk(null, journal));

    assertThatThrownBy(() -> ChunkCodec.decode("i-2", KEY, 1, value))
        .isInstanceOf(ArchiveDisagreesException.class);
    assertThatThrownBy(() -> ChunkCodec.decode("i-1", KEY, 2, value))
        .isInstanceOf(ArchiveDisagreesException.class);
    assertThatThrownBy(() -> ChunkCodec.decode("i-1", KEY, 1, "not a chunk"))
        .isInstanceOf(ArchiveDisagreesException.class);
  }
}
