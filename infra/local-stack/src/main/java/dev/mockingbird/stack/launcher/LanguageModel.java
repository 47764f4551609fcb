package dev.mockingbird.stack.launcher;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The language model that gives second opinions on answers, where the user named one.
///
/// @param settings the `MOCKINGBIRD_LANGUAGE_MODEL_…` variables, handed through
record LanguageModel(Map<String, String> settings) {

  private static final String PREFIX = "MOCKINGBIRD_LANGUAGE_MODEL_";
  private static final String URL = PREFIX + "URL";
  private static final String MODEL = PREFIX + "MODEL";

  static LanguageModel of(Map<String, String> environment) {
    Map<String, String> settings = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX) && !value.isBlank()) {
            settings.put(name, value);
          }
        });
    return new LanguageModel(settings);
  }

  /// Without the address, whose query may hold a key.
  String detail() {
    return Optional.ofNullable(settings.get(MODEL)).orElse("none, all scoring is offline");
  }

  @Nullable String problem() {
    if (settings.isEmpty()) {
      return null;
    }
    for (String needed : new String[] {URL, MODEL}) {
      if (!settings.containsKey(needed)) {
        return "%s is set; a second opinion by a language model needs %s as well."
            .formatted(settings.keySet().iterator().next(), needed);
      }
    }
    return null;
  }

  /// The settings hold a key.
  @Override
  public String toString() {
    return detail();
  }
}
