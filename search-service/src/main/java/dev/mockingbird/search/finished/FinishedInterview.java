package dev.mockingbird.search.finished;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.search.index.Index;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An interview as it is indexed, under its own id. Before it is finished only its title is known
/// here, and nobody finds it.
///
/// @param startedAt ISO 8601
/// @param endedAt null while it goes on
/// @param memberIds those who may find it
/// @param questions titles of the questions asked
/// @param erased left standing, empty, so that a late record does not bring the interview back
record FinishedInterview(
    String interview,
    String title,
    @Nullable Language language,
    @Nullable String startedAt,
    @Nullable String endedAt,
    List<RoomEvent.Member> members,
    List<String> memberIds,
    List<String> questions,
    boolean erased) {

  static final Index INDEX =
      new Index("mockingbird-finished-interviews", 2, FinishedInterview.class);

  static FinishedInterview opened(String interview, RoomEvent.RoomOpened opened) {
    return new FinishedInterview(
        interview,
        opened.title(),
        opened.language(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  static FinishedInterview of(EventEnvelope<?> envelope, RoomEvent.RoomEnded ended) {
    return new FinishedInterview(
        envelope.aggregate(),
        ended.title(),
        ended.language(),
        ended.startedAt() == null ? null : ended.startedAt().toString(),
        envelope.occurredAt().toString(),
        ended.members(),
        ended.members().stream().map(it -> it.person().value()).distinct().toList(),
        ended.questions().stream().map(it -> it.content().title()).toList(),
        false);
  }

  static FinishedInterview erased(String interview) {
    return new FinishedInterview(
        interview, "", null, null, null, List.of(), List.of(), List.of(), true);
  }
}
