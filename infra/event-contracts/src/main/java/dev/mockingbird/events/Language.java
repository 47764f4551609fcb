package dev.mockingbird.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The language of a question or an interview.
public enum Language {
  @JsonProperty("zh")
  CHINESE,
  @JsonProperty("en")
  ENGLISH
}
