package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.DataKeys;
import java.util.LinkedHashMap;
import javax.crypto.SecretKey;

/// Chunks read from the archive. The last ones are kept in memory as they lie in Kafka, encrypted:
/// whoever reads one needs the interview's key, which an erasure takes away everywhere at once.
final class ArchivedChunks {

  private static final int KEPT_CHARS = 16 * 1024 * 1024;

  private final ArchiveTopic topic;
  private final DataKeys keys;
  private final LinkedHashMap<ChunkPointer, String> recent = new LinkedHashMap<>(16, 0.75f, true);
  private int chars;

  ArchivedChunks(ArchiveTopic topic, DataKeys keys) {
    this.topic = topic;
    this.keys = keys;
  }

  /// Blocks for Kafka and Redis.
  Chunk read(String interview, ChunkPointer pointer) {
    SecretKey key =
        keys.find(interview)
            .orElseThrow(() -> new IllegalStateException("Room " + interview + " was erased"));
    return ChunkCodec.decode(interview, key, pointer.first(), value(pointer));
  }

  private String value(ChunkPointer pointer) {
    synchronized (recent) {
      String known = recent.get(pointer);
      if (known != null) {
        return known;
      }
    }
    String read = topic.read(pointer);
    remember(pointer, read);
    return read;
  }

  private void remember(ChunkPointer pointer, String value) {
    synchronized (recent) {
      if (recent.putIfAbsent(pointer, value) == null) {
        chars += value.length();
      }
      while (chars > KEPT_CHARS) {
        chars -= recent.pollFirstEntry().getValue().length();
      }
    }
  }
}
