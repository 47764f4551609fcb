package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.door.FileReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the last uploads say. The same bytes read with the same word about them say the same, and
/// they come again and again: with every correction of an item, and when they are applied.
@Component
class Readings {

  /// In UTF-16 units of all files that are kept.
  private static final long MOST = 8 << 20;

  private final Map<Object, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long length;

  private record Kept(List<FileReading> files, long length) {}

  List<FileReading> of(ListImport wanted) {
    Object key =
        List.of(wanted.upload().sha256(), wanted.request().files(), wanted.request().language());
    synchronized (kept) {
      Kept before = kept.get(key);
      if (before != null) {
        return before.files();
      }
    }
    List<FileReading> files = wanted.read();
    keep(key, new Kept(files, files.stream().mapToLong(it -> it.file().text().length()).sum()));
    return files;
  }

  private void keep(Object key, Kept reading) {
    synchronized (kept) {
      Kept other = kept.put(key, reading);
      length += reading.length() - (other == null ? 0 : other.length());
      var oldest = kept.entrySet().iterator();
      while (length > MOST && oldest.hasNext()) {
        length -= oldest.next().getValue().length();
        oldest.remove();
      }
    }
  }
}
