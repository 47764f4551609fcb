package dev.mockingbird.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How hard a question is meant to be.
public enum Difficulty {
  @JsonProperty("easy")
  EASY,
  @JsonProperty("medium")
  MEDIUM,
  @JsonProperty("hard")
  HARD
}
