package dev.mockingbird.search.finished;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static dev.mockingbird.search.RunningService.OTHER_INTERVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.InterviewEvent;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Where a leaked question was asked.
@LocalStack
class AskedIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningService service = RunningService.shared();
  private final FinishedRecords records = new FinishedRecords(service);
  private final String interview = UUID.randomUUID().toString();
  private final String question = "q" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void namesInterviewsThatGoOnAndThoseThatAreOver() {
    records.ask(interview, "进行中的面试", question, 3);
    await().atMost(PATIENCE).until(() -> asked(ORGANISER).total() == 1);
    Answer running = asked(ORGANISER);
    assertThat(running.body().at("/items/0/interview").asString()).isEqualTo(interview);
    assertThat(running.body().at("/items/0/title").asString()).isEqualTo("进行中的面试");
    assertThat(running.body().at("/items/0/version").asInt()).isEqualTo(3);
    assertThat(running.body().at("/items/0/endedAt").isNull()).isTrue();
    assertThat(running.body().at("/items/0/mayOpen").asBoolean()).isFalse();
    assertThat(asked(INTERVIEWER).body().at("/items/0/mayOpen").asBoolean()).isTrue();
    assertThat(found(ORGANISER).total()).isZero();

    records.end(interview, "结束的面试", "题目");

    await()
        .atMost(PATIENCE)
        .until(() -> !asked(ORGANISER).body().at("/items/0/endedAt").asString("").isEmpty());
    assertThat(asked(ORGANISER).body().at("/items/0/title").asString()).isEqualTo("结束的面试");
    assertThat(asked(OTHER_INTERVIEWER).total()).isZero();
    assertThat(asked(MEMBER).code()).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void forgetsAnErasedInterview() {
    records.ask(interview, "要删除的面试", question, 1);
    await().atMost(PATIENCE).until(() -> asked(ORGANISER).total() == 1);

    service.bean(DataKeys.class).erase(interview);
    records.send(interview, 5, new InterviewEvent.InterviewErased("receipt"));

    await().atMost(PATIENCE).until(() -> asked(ORGANISER).total() == 0);
  }

  /// One instance has read the question before the erasure and writes it after another has dealt
  /// with that: the order that two partitions allow.
  @Test
  void forgetsAQuestionThatIsWrittenAfterTheErasure() throws Exception {
    FinishedProjection projection = service.bean(FinishedProjection.class);
    await().atMost(PATIENCE).until(() -> asked(ORGANISER).total() == 0);

    projection.handle(List.of(record(5, new InterviewEvent.InterviewErased("receipt"))));
    projection.handle(List.of(record(4, FinishedRecords.asked(question, 1))));

    assertThat(indexed()).isEqualTo(AskedQuestion.erased(interview));
  }

  private AskedQuestion indexed() throws IOException {
    return service
        .bean(ElasticsearchClient.class)
        .get(
            it -> it.index(AskedQuestion.INDEX.alias()).id(AskedQuestion.id(interview, 1)),
            AskedQuestion.class)
        .source();
  }

  private Decoded record(long number, DomainEvent event) {
    return new Decoded.Readable(FinishedRecords.envelope(interview, number, event));
  }

  private Answer asked(String person) {
    return service.get(person, "/api/bank/questions/" + question + "/interviews");
  }

  private Answer found(String person) {
    return service.get(person, "/api/finished-interviews?q=%E8%BF%9B%E8%A1%8C%E4%B8%AD");
  }
}
