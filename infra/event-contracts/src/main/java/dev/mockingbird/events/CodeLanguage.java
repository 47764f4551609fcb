package dev.mockingbird.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a document of a question is written in.
public enum CodeLanguage {
  TEXT,
  MARKDOWN,
  PYTHON,
  JAVASCRIPT,
  TYPESCRIPT,
  JAVA,
  GO,
  CPP,
  SQL;

  private final String wire = name().toLowerCase(Locale.ROOT);

  @JsonValue
  public String wire() {
    return wire;
  }

  public static Optional<CodeLanguage> find(String wire) {
    return Arrays.stream(values()).filter(language -> language.wire.equals(wire)).findFirst();
  }
}
