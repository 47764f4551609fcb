package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Role;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person says about one file.
///
/// @param roles by the first line of a block
record FileChoice(@Nullable String shape, Map<Integer, Role> roles) {

  static final FileChoice NONE = new FileChoice(null, Map.of());

  FileChoice {
    roles = roles == null ? Map.of() : new TreeMap<>(roles);
  }

  /// A block that is named without a word on what it is.
  Optional<Integer> unsaid() {
    return roles.entrySet().stream()
        .filter(it -> it.getValue() == null)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Choice in(Language language) {
    return new Choice(shape, roles, language);
  }
}
