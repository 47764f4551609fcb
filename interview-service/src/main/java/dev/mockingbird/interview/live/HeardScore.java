package dev.mockingbird.interview.live;

import dev.mockingbird.events.AnswerScores;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.AnswerScored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A score or an acceptance as a room remembers it: what [AnswerScores] looks at and no more, so
/// that nothing a candidate said, or was to say, lies here.
///
/// @param type its wire type
record HeardScore(String id, Instant at, String type, JsonNode data) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final char TAB = '\t';

  static HeardScore of(EventEnvelope<?> envelope, ScoreEvent event) {
    return new HeardScore(
        envelope.id(),
        envelope.occurredAt(),
        envelope.type(),
        JSON.valueToTree(event instanceof AnswerScored it ? it.withoutKeyPoints() : event));
  }

  /// A line that begins with its [#mark].
  String line() {
    return mark() + JSON.writeValueAsString(this);
  }

  /// What no line but its own has in it: JSON has no tabs.
  String mark() {
    return id + TAB;
  }

  /// What counts for one answer.
  ///
  /// @param lines all that was heard of it; what an earlier version left is no part of it
  static Optional<Signal.AnswerGraded> counting(String lines) {
    List<HeardScore> heard =
        lines
            .lines()
            .filter(it -> it.indexOf(TAB) > 0)
            .map(it -> JSON.readValue(it.substring(it.indexOf(TAB)), HeardScore.class))
            .toList();
    AnswerScores scores = new AnswerScores();
    heard.forEach(it -> it.addTo(scores));
    return scores.counting().map(it -> Signal.AnswerGraded.of(it.event(), heard.size()));
  }

  /// What only a later version knows, that version tells.
  private void addTo(AnswerScores scores) {
    EventTypes.find(type)
        .map(known -> JSON.treeToValue(data, known))
        .filter(ScoreEvent.class::isInstance)
        .map(ScoreEvent.class::cast)
        .ifPresent(it -> scores.add(envelope(it), it));
  }

  private EventEnvelope<ScoreEvent> envelope(ScoreEvent event) {
    return new EventEnvelope<>(
        id, type, "", event.answer().interview(), 0, 0, at, PersonId.SYSTEM, "", null, event);
  }
}
