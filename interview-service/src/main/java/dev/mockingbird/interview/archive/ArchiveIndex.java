package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.JournalKeys;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// What the heads of journals say of the archive, and the only place where it is changed: each
/// change looks at the head again in the same step, so that an erasure or another instance between
/// two steps is never overwritten.
final class ArchiveIndex {

  /// KEYS head; ARGV epoch, seq, chunks. Only a sealed journal without an archive gets one.
  private static final String KEEP =
      """
      local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'sealed', 'archive')
      if head[1] ~= ARGV[1] or head[2] ~= ARGV[2] or not head[3] or head[4] then return 0 end
      redis.call('HSET', KEYS[1], 'archive', ARGV[3])
      return 1""";

  /// KEYS head, journal, snapshots; ARGV chunks, ms. The journal leaves only while it is whole.
  private static final String TRIM =
      """
      local head = redis.call('HMGET', KEYS[1], 'seq', 'archive', 'trimmed')
      if head[2] ~= ARGV[1] or head[3] then return 0 end
      if redis.call('XLEN', KEYS[2]) ~= tonumber(head[1]) then return 0 end
      redis.call('HSET', KEYS[1], 'trimmed', ARGV[2])
      redis.call('UNLINK', KEYS[2], KEYS[3])
      return 1""";

  /// KEYS head, journal; ARGV chunks. An archive is forgotten only while the journal is there.
  private static final String FORGET =
      """
      local head = redis.call('HMGET', KEYS[1], 'seq', 'archive', 'trimmed')
      if head[2] ~= ARGV[1] or head[3] then return 0 end
      if redis.call('XLEN', KEYS[2]) ~= tonumber(head[1]) then return 0 end
      redis.call('HDEL', KEYS[1], 'archive')
      return 1""";

  private static final TypeReference<List<ChunkPointer>> CHUNKS = new TypeReference<>() {};

  private final StatefulRedisConnection<String, String> redis;
  private final ObjectMapper json = JsonMapper.builder().build();

  ArchiveIndex(StatefulRedisConnection<String, String> redis) {
    this.redis = redis;
  }

  /// @param epoch as the head has it
  /// @param sealedAt null while the room goes on
  /// @param archive chunks as the head has them, null when there is no archive
  /// @param trimmed the archive is the journal
  record Head(
      String epoch,
      long sequence,
      @Nullable Instant sealedAt,
      @Nullable String archive,
      List<ChunkPointer> chunks,
      boolean trimmed) {}

  /// Empty when the journal does not exist.
  CompletionStage<Optional<Head>> find(JournalKeys keys) {
    return redis
        .async()
        .hmget(keys.head(), "epoch", "seq", "sealed", "archive", "trimmed")
        .thenApply(this::head);
  }

  private Optional<Head> head(List<KeyValue<String, String>> fields) {
    if (!fields.getFirst().hasValue()) {
      return Optional.empty();
    }
    String sealed = fields.get(2).getValueOrElse("");
    String archive = fields.get(3).getValueOrElse("");
    return Optional.of(
        new Head(
            fields.get(0).getValue(),
            Long.parseLong(fields.get(1).getValue()),
            sealed.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(sealed)),
            archive.isEmpty() ? null : archive,
            archive.isEmpty() ? List.of() : json.readValue(archive, CHUNKS),
            fields.get(4).hasValue()));
  }

  /// @param head as it was when the chunks were made
  /// @return false when the head is no longer like that, or has an archive already
  boolean keep(JournalKeys keys, Head head, List<ChunkPointer> chunks) {
    return run(
        KEEP,
        List.of(keys.head()),
        head.epoch(),
        Long.toString(head.sequence()),
        json.writeValueAsString(chunks));
  }

  /// From here on the archive is the journal.
  ///
  /// @param archive that was compared with the journal
  boolean trim(JournalKeys keys, String archive, Instant now) {
    return run(
        TRIM,
        List.of(keys.head(), keys.journal(), Snapshots.key(keys)),
        archive,
        Long.toString(now.toEpochMilli()));
  }

  /// The journal in Redis is whole and the archive is not: there is none.
  boolean forget(JournalKeys keys, String archive) {
    return run(FORGET, List.of(keys.head(), keys.journal()), archive);
  }

  private boolean run(String script, List<String> keys, String... arguments) {
    Long done =
        redis.sync().eval(script, ScriptOutputType.INTEGER, keys.toArray(String[]::new), arguments);
    return done == 1;
  }
}
