package dev.mockingbird.gateway.person;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody may do everywhere; what they may do in one interview is not decided here.
public enum Role {
  ORGANISER,
  INTERVIEWER,
  MEMBER;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
