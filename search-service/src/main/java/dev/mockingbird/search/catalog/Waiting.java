package dev.mockingbird.search.catalog;

import dev.mockingbird.search.catalog.CatalogProjection.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What batches did that have not taken effect yet, as far as it fits: most of them do in a moment,
/// and to read all of it back would take as long as to show it. What is not here any more stands
/// written down.
final class Waiting {

  private final long most;
  private final Map<String, Version> versions = new LinkedHashMap<>();
  private long bytes;

  /// @param most bytes, roughly
  Waiting(long most) {
    this.most = most;
  }

  synchronized void add(String id, Version version) {
    remove(id);
    versions.put(id, version);
    bytes += bytes(version);
    var oldest = versions.values().iterator();
    while (bytes > most && oldest.hasNext()) {
      bytes -= bytes(oldest.next());
      oldest.remove();
    }
  }

  /// Those of them that are here, and from now on are not.
  ///
  /// @param ids those that are not here are left in it
  synchronized List<Version> take(List<String> ids) {
    List<Version> taken = new ArrayList<>();
    ids.removeIf(
        id -> {
          Version version = remove(id);
          return version != null && taken.add(version);
        });
    return taken;
  }

  /// Nothing of the question is kept.
  synchronized void forget(String question) {
    List.copyOf(versions.entrySet()).stream()
        .filter(it -> it.getValue().question().equals(question))
        .forEach(it -> remove(it.getKey()));
  }

  private @Nullable Version remove(String id) {
    Version version = versions.remove(id);
    if (version != null) {
      bytes -= bytes(version);
    }
    return version;
  }

  private static long bytes(Version version) {
    QuestionDocument document = version.document();
    String reference = document.reference();
    long characters =
        document.title().length()
            + document.body().length()
            + (reference == null ? 0 : reference.length());
    return Character.BYTES * characters + 1_000;
  }
}
