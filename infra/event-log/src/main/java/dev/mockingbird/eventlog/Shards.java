package dev.mockingbird.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// Spreads interviews over the installation's shards, each one Redis Cluster slot.
///
/// @param count fixed when the installation is made, 1 to 1024
public record Shards(int count) {

  public Shards {
    if (count < 1 || count > 1024) {
      throw new IllegalArgumentException("The number of shards is 1 to 1024, not " + count);
    }
  }

  /// The hash tag of an aggregate's keys, such as `s3`.
  public String tag(String id) {
    CRC32 crc = new CRC32();
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    return "s" + crc.getValue() % count;
  }

  public List<String> tags() {
    return IntStream.range(0, count).mapToObj(shard -> "s" + shard).toList();
  }
}
