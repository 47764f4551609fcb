package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What the last uploads say. The same bytes read with the same word about them say the same, and
/// they come again and again: with every correction of an item, and when they are applied. Of each
/// upload one reading is kept; of one that is too long for that, as long as it is the newest and
/// memory lasts.
@Component
class Readings {

  /// About so many bytes are kept, of texts and of what was read from them.
  private static final long MOST = 16 << 20;

  private static final int ITEM = 600;
  private static final int MARK = 100;

  /// By the upload's digest.
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  private long bytes;

  /// Reading ten thousand questions again takes as long as writing them.
  private SoftReference<Kept> newest = new SoftReference<>(null);

  private record Kept(String upload, Object choices, List<FileReading> files, long bytes) {

    boolean is(String upload, Object choices) {
      return this.upload.equals(upload) && this.choices.equals(choices);
    }
  }

  List<FileReading> of(ListImport wanted) {
    String upload = wanted.upload().sha256();
    Object choices = List.of(wanted.request().files(), wanted.request().language());
    synchronized (kept) {
      for (Kept before : Arrays.asList(kept.get(upload), newest.get())) {
        if (before != null && before.is(upload, choices)) {
          return before.files();
        }
      }
    }
    List<FileReading> files = wanted.read();
    keep(new Kept(upload, choices, files, files.stream().mapToLong(Readings::bytes).sum()));
    return files;
  }

  long bytes() {
    synchronized (kept) {
      return bytes;
    }
  }

  private void keep(Kept reading) {
    synchronized (kept) {
      newest = new SoftReference<>(reading);
      Kept other = kept.put(reading.upload(), reading);
      bytes += reading.bytes() - (other == null ? 0 : other.bytes());
      var oldest = kept.entrySet().iterator();
      while (bytes > MOST && oldest.hasNext()) {
        bytes -= oldest.next().getValue().bytes();
        oldest.remove();
      }
    }
  }

  private static long bytes(FileReading file) {
    long characters =
        file.file().text().length()
            + file.reading().items().stream().mapToLong(Readings::characters).sum();
    return Character.BYTES * characters
        + (long) ITEM * file.reading().items().size()
        + (long) MARK * file.reading().marks().size();
  }

  private static long characters(ReadItem item) {
    StaffMaterial staff = item.staff();
    return Stream.of(
            staff.keyPoints().stream().map(KeyPoint::text),
            staff.hints().stream(),
            staff.sources().stream(),
            staff.rubric().stream(),
            staff.followUps().stream(),
            Stream.of(item.title(), item.body(), staff.reference()))
        .flatMap(texts -> texts)
        .mapToLong(String::length)
        .sum();
  }
}
