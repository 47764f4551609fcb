package dev.mockingbird.eventlog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// The keys of some aggregates, looked up together when the first of them is needed. For as long as
/// one batch of records takes: an erasure holds from the next one on.
final class KeysAhead implements KeySource {

  private final KeySource keys;
  private final Set<String> aggregates;
  private @Nullable Map<String, SecretKey> found;

  KeysAhead(KeySource keys, Collection<String> aggregates) {
    this.keys = keys;
    this.aggregates = Set.copyOf(aggregates);
  }

  @Override
  public Optional<SecretKey> find(String aggregate) {
    if (!aggregates.contains(aggregate)) {
      return keys.find(aggregate);
    }
    Map<String, SecretKey> known = found;
    if (known == null) {
      known = keys.find(aggregates);
      found = known;
    }
    return Optional.ofNullable(known.get(aggregate));
  }
}
