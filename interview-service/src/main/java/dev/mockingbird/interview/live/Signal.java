package dev.mockingbird.interview.live;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.ScoreEvent;
import org.jspecify.annotations.Nullable;

/// What travels between instances on a room's live channel beside its entries: ephemeral, never
/// journaled.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "signal")
sealed interface Signal {

  record PresenceChanged() implements Signal {}

  /// Published by an erasure, which is a process of its own; see `erase`.
  record InterviewErased() implements Signal {}

  record CursorMoved(PersonId person, String document, int anchor, int head) implements Signal {}

  /// @param known how much was known of the answer: what says less comes too late
  record AnswerGraded(
      int question,
      int attempt,
      int known,
      String status,
      @Nullable String reason,
      @Nullable Integer score,
      @Nullable Integer low,
      @Nullable Integer high)
      implements Signal {

    static AnswerGraded of(ScoreEvent event, int known) {
      int question = event.answer().question();
      int attempt = event.answer().attempt();
      String reason = event.explanation().orElse(null);
      return event instanceof ScoreEvent.AnswerScored it
          ? new AnswerGraded(
              question, attempt, known, "SCORED", reason, it.score(), it.low(), it.high())
          : new AnswerGraded(question, attempt, known, "NOT_SCORED", reason, null, null, null);
    }
  }
}
