package dev.mockingbird.eventlog;

import java.util.Optional;
import javax.crypto.SecretKey;

/// Where the data keys come from.
@FunctionalInterface
public interface KeySource {

  /// Empty when the interview never had a key or was erased.
  Optional<SecretKey> find(String interview);
}
