package dev.mockingbird.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All signing keys that matter, the newest first. The newest signs; the others stay known until
/// nothing that they have signed is valid any more.
record KeyRing(List<SigningKey> keys) {

  /// A token lives five minutes; an hour covers slow clocks and caches many times over.
  static final Duration KEPT_AFTER_SUCCESSOR = Duration.ofHours(1);

  static final KeyRing EMPTY = new KeyRing(List.of());

  KeyRing {
    keys = List.copyOf(keys);
  }

  @Nullable SigningKey newest() {
    return keys.isEmpty() ? null : keys.getFirst();
  }

  boolean needsNewKey(Instant now, Duration signingFor) {
    SigningKey newest = newest();
    return newest == null || !now.isBefore(newest.createdAt().plus(signingFor));
  }

  KeyRing with(SigningKey successor) {
    return new KeyRing(Stream.concat(Stream.of(successor), keys.stream()).toList());
  }

  /// Without the keys whose successor has been signing for long enough.
  KeyRing trimmed(Instant now) {
    Instant enough = now.minus(KEPT_AFTER_SUCCESSOR);
    int kept = 1;
    while (kept < keys.size() && keys.get(kept - 1).createdAt().isAfter(enough)) {
      kept++;
    }
    return keys.size() <= kept ? this : new KeyRing(keys.subList(0, kept));
  }
}
