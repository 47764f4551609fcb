package dev.mockingbird.search.finished;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.search.index.Index;
import org.jspecify.annotations.Nullable;

/// That an interview, finished or not, had a question: indexed from the moment it was asked, under
/// interview and ordinal. It holds nothing that anybody wrote.
///
/// @param question id in the bank
/// @param version that was picked
/// @param by who asked it
/// @param at ISO 8601
/// @param erased left standing, empty, so that a late record does not bring it back
record AskedQuestion(
    String interview,
    @Nullable String question,
    int version,
    @Nullable String by,
    @Nullable String at,
    boolean erased) {

  static final Index INDEX = new Index("mockingbird-asked-questions", 1, AskedQuestion.class);

  static AskedQuestion of(EventEnvelope<?> envelope, RoomEvent.QuestionAsked asked) {
    return new AskedQuestion(
        envelope.aggregate(),
        asked.content().id(),
        asked.content().version(),
        envelope.actor().value(),
        envelope.occurredAt().toString(),
        false);
  }

  static AskedQuestion erased(String interview) {
    return new AskedQuestion(interview, null, 0, null, null, true);
  }

  static String id(String interview, int ordinal) {
    return interview + "/" + ordinal;
  }
}
