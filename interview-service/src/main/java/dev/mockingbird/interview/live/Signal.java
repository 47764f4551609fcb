package dev.mockingbird.interview.live;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mockingbird.events.PersonId;
import org.jspecify.annotations.Nullable;

/// What travels between instances on a room's live channel beside its entries: ephemeral, never
/// journaled.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "signal")
sealed interface Signal {

  record PresenceChanged() implements Signal {}

  /// Published by an erasure, which is a process of its own; see `erase`.
  record InterviewErased() implements Signal {}

  record CursorMoved(PersonId person, String document, int anchor, int head) implements Signal {}

  record AnswerGraded(
      int question,
      int attempt,
      String status,
      @Nullable Integer score,
      @Nullable Integer low,
      @Nullable Integer high)
      implements Signal {}
}
