package dev.mockingbird.gateway.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a caller's leave goes; whoever may write may read.
public enum Scope {
  READ,
  WRITE;

  @JsonCreator
  static Scope of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As OAuth writes scopes: all that are held, separated by spaces.
  public String claim() {
    return switch (this) {
      case READ -> "read";
      case WRITE -> "read write";
    };
  }
}
