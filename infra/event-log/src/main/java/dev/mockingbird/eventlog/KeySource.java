package dev.mockingbird.eventlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/// Where the data keys come from.
@FunctionalInterface
public interface KeySource {

  /// Empty when the aggregate never had a key or was erased.
  Optional<SecretKey> find(String aggregate);

  /// The keys of those that have one.
  default Map<String, SecretKey> find(Collection<String> aggregates) {
    Map<String, SecretKey> found = new HashMap<>();
    aggregates.forEach(it -> find(it).ifPresent(key -> found.put(it, key)));
    return found;
  }
}
