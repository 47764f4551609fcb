package dev.mockingbird.interview.archive;

import dev.mockingbird.eventlog.TextCipher;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// A chunk as the value of a record: JSON, compressed, encrypted under the interview's data key.
/// The same chunk always gives the same bytes.
final class ChunkCodec {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ChunkCodec() {}

  static String encode(String interview, SecretKey key, Chunk chunk) {
    byte[] compressed = Compression.compress(JSON.writeValueAsBytes(chunk));
    return TextCipher.encrypt(key, context(interview, chunk.first()), compressed);
  }

  /// @param first sequence number that the chunk begins with
  /// @throws ArchiveDisagreesException when it is another chunk, or none
  static Chunk decode(String interview, SecretKey key, long first, String value) {
    try {
      byte[] compressed = TextCipher.decrypt(key, context(interview, first), value);
      return JSON.readValue(Compression.expand(compressed), Chunk.class);
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | JacksonException
        | UncheckedIOException e) {
      throw new ArchiveDisagreesException(
          "A chunk of room %s cannot be read: %s".formatted(interview, e.getClass().getName()));
    }
  }

  private static String context(String interview, long first) {
    return interview + "/room-archive/" + first;
  }
}
