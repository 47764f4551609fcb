package dev.mockingbird.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.InterviewEvent.InterviewErased;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.scoring.story.Interview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StoredInterviewTest {

  private static final ScoreEvent.AnswerRef REF =
      new ScoreEvent.AnswerRef("room", 1, 1, Interview.CHEN, "q-1", 1, "");
  private static final ScoreEvent.Scorer SCORER = new ScoreEvent.Scorer("alignment", "1", "1");

  @Test
  void isTheSameInAnyOrderAndHoweverOften() {
    Interview interview = finished();
    StoredInterview inOrder = stored(interview.id, interview.facts);
    for (int seed = 0; seed < 20; seed++) {
      List<EventEnvelope<?>> records = new ArrayList<>(interview.facts);
      records.addAll(interview.facts.subList(2, 6));
      Collections.shuffle(records, new Random(seed));
      assertThat(stored(interview.id, records)).isEqualTo(inOrder);
    }
  }

  @Test
  void survivesTheWayThroughJson() {
    Interview interview = finished();
    StoredInterview stored =
        stored(interview.id, interview.facts)
            .with(notScored(NotScoredReason.SCORING_FAILED))
            .with(scored(70));
    JsonMapper json = JsonMapper.builder().build();
    assertThat(json.readValue(json.writeValueAsString(stored), StoredInterview.class))
        .isEqualTo(stored);
  }

  @Test
  void keepsNoChatAndNoPrivateNotes() {
    Interview interview = finished();
    interview.add(
        new RoomEvent.ChatPosted("can you hear me"), new RoomEvent.NoteWritten("nervous", 1));
    assertThat(stored(interview.id, interview.facts).toString())
        .doesNotContain("can you hear me")
        .doesNotContain("nervous");
  }

  @Test
  void staysErased() {
    Interview interview = finished();
    StoredInterview erased =
        stored(interview.id, interview.facts)
            .with(
                new EventEnvelope<>(
                    interview.id + "/x",
                    EventTypes.wireType(InterviewErased.class),
                    "default",
                    interview.id,
                    9,
                    9,
                    Instant.EPOCH,
                    PersonId.SYSTEM,
                    "c",
                    null,
                    new InterviewErased("receipt")))
            .with(interview.facts.get(1));
    assertThat(erased.erased()).isTrue();
    assertThat(erased.facts()).isEmpty();
    assertThat(InterviewHistory.of(erased).capabilities(Interview.WANG)).isEmpty();
  }

  @Test
  void keepsWhatWasFoundAndAcceptedOnceInWhateverOrderAndHoweverOften() {
    Interview interview = finished();
    StoredInterview facts = stored(interview.id, interview.facts);
    StoredInterview once = facts.with(scored(70)).with(notScored(NotScoredReason.SCORING_FAILED));

    assertThat(once.with(scored(70)).with(notScored(NotScoredReason.SCORING_FAILED)))
        .isSameAs(once.with(scored(70)));
    assertThat(once.scores()).hasSize(2);
  }

  private static EventEnvelope<?> scored(int score) {
    return envelope(
        new ScoreEvent.AnswerScored(
            REF, SCORER, score, 0, 100, List.of(), List.of(), ScoreEvent.Standing.COUNTS));
  }

  private static EventEnvelope<?> notScored(NotScoredReason reason) {
    return envelope(
        new ScoreEvent.AnswerNotScored(REF, SCORER, reason, ScoreEvent.Standing.COUNTS));
  }

  private static EventEnvelope<?> envelope(ScoreEvent event) {
    return new EventEnvelope<>(
        event.toString(),
        EventTypes.wireType(event.getClass()),
        "default",
        "room",
        0,
        1,
        Instant.EPOCH,
        PersonId.SYSTEM,
        "c",
        null,
        event);
  }

  private static Interview finished() {
    Interview interview = Interview.withQuestions(2);
    interview.answer(1, 1, "first");
    interview.answer(1, 2, Interview.GOOD);
    interview.release(1, 2);
    interview.end("", "draft");
    return interview;
  }

  private static StoredInterview stored(String id, List<EventEnvelope<?>> facts) {
    StoredInterview stored = StoredInterview.empty(id);
    for (EventEnvelope<?> fact : facts) {
      stored = stored.with(fact);
    }
    return stored;
  }
}
