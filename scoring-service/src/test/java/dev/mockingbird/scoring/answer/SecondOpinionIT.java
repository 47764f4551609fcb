package dev.mockingbird.scoring.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.events.ScoreEvent.Scorer;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.events.Topics;
import dev.mockingbird.scoring.languagemodel.ModelServer;
import dev.mockingbird.scoring.languagemodel.SecondOpinions;
import dev.mockingbird.scoring.story.Interview;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SecondOpinionIT extends OnKafka {

  private static final Scorer MODEL = new Scorer("language-model", "tiny/1", "2");

  @Test
  void proposesWhatTheModelFoundOfAnswersThatComeFromNowOn() throws Exception {
    send(interview.answer(1, 1, Interview.GOOD));
    try (ModelServer server =
        ModelServer.that(
            ModelServer.sends("401 No", "", ""),
            ModelServer.says(SecondOpinions.verdicts("COVERED takes a snapshot", "MISSING")))) {
      ask(server);
      Queue<EventEnvelope<?>> told = listen(Topics.SCORE);
      EventEnvelope<?> failing = interview.answer(1, 2, Interview.GOOD);

      send(failing);
      await().atMost(PATIENCE).until(() -> told.size() == 1);
      assertThat(told.peek().data())
          .isInstanceOfSatisfying(
              ScoreEvent.AnswerNotScored.class,
              it -> {
                assertThat(it.answer().attempt()).isEqualTo(2);
                assertThat(it.scorer()).isEqualTo(MODEL);
                assertThat(it.reason()).isEqualTo(NotScoredReason.MODEL_UNAVAILABLE);
                assertThat(it.standing()).isEqualTo(Standing.PROPOSED);
              });

      send(failing);
      await().atMost(PATIENCE).until(() -> told.size() == 2);
      assertThat(List.copyOf(told).getLast().data())
          .isInstanceOfSatisfying(
              ScoreEvent.AnswerScored.class,
              it -> {
                assertThat(it.scorer()).isEqualTo(MODEL);
                assertThat(it.score()).isEqualTo(75);
                assertThat(it.standing()).isEqualTo(Standing.PROPOSED);
              });
      assertThat(server.requests()).hasSize(2);
    }
  }

  private void ask(ModelServer server) {
    var consumer =
        new SecondOpinionConfiguration()
            .secondOpinionConsumer(
                policy,
                SecondOpinions.at(server.url()),
                new ScoreTopic(producer, codec),
                codec,
                producer,
                topics,
                new SimpleMeterRegistry(),
                2);
    consumer.getContainerProperties().setGroupId(group);
    start(consumer);
    // From the end of each partition that it is given.
    await().atMost(PATIENCE).until(() -> consumer.getAssignedPartitions().size() >= 2);
  }
}
