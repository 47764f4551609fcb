package dev.mockingbird.search.finished;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.InterviewEvent;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.Topics;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@LocalStack
class FinishedIT {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.shared();
  }

  @Test
  void findsAFinishedInterviewForItsMembersOnlyUntilItIsErased() {
    String interview = UUID.randomUUID().toString();
    String word = "w" + interview.substring(0, 8);
    service.bean(DataKeys.class).create(interview);
    String sent = send(interview, 9, ended("后端面试 " + word, "说说缓存雪崩"));
    assertThat(sent).doesNotContain(word).doesNotContain("缓存雪崩");

    await().atMost(Duration.ofSeconds(60)).until(() -> found(MEMBER, word).total() == 1);
    Answer answer = found(MEMBER, word);
    assertThat(answer.body().at("/items/0/interview").asString()).isEqualTo(interview);
    assertThat(answer.body().at("/items/0/members/0/person").asString()).isEqualTo(INTERVIEWER);
    assertThat(answer.body().at("/items/0/questions/0").asString()).isEqualTo("说说缓存雪崩");
    assertThat(answer.body().at("/items/0/startedAt").asString()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(answer.body().at("/items/0/highlight").asString())
        .contains("\uE000" + word + "\uE001");
    assertThat(found(ORGANISER, word).total()).isZero();
    assertThat(found(INTERVIEWER, "缓存雪崩").total()).isPositive();

    service.bean(DataKeys.class).erase(interview);
    send(interview, 3, new InterviewEvent.InterviewErased("receipt"));

    await().until(() -> found(MEMBER, word).total() == 0);
  }

  @Test
  void goesOnPastARecordThatNobodyCanRead() {
    String interview = UUID.randomUUID().toString();
    service.bean(DataKeys.class).create(interview);
    produce(Topics.ROOM, interview, "not an envelope");
    send(interview, 9, ended("过得去 " + interview, "问题"));

    await().atMost(Duration.ofSeconds(60)).until(() -> found(MEMBER, interview).total() >= 1);
  }

  private static RoomEvent.RoomEnded ended(String title, String question) {
    return new RoomEvent.RoomEnded(
        RoomEvent.EndReason.BY_INTERVIEWER,
        title,
        Language.CHINESE,
        Instant.parse("2026-01-02T03:04:05Z"),
        List.of(
            new RoomEvent.Member(new PersonId(INTERVIEWER), Capability.INTERVIEW),
            new RoomEvent.Member(new PersonId(MEMBER), Capability.ANSWER)),
        List.of(
            new RoomEvent.AskedQuestion(
                1,
                new QuestionSnapshot(
                    "q1", 1, Language.CHINESE, "缓存", question, "", Difficulty.EASY, 5, List.of()),
                1,
                "")));
  }

  private static String send(String interview, long number, DomainEvent event) {
    String record =
        service
            .bean(EventCodec.class)
            .encode(
                new EventEnvelope<>(
                    interview + "/" + number,
                    EventTypes.wireType(event.getClass()),
                    "default",
                    interview,
                    number,
                    number,
                    Instant.parse("2026-01-02T04:00:00Z"),
                    new PersonId(INTERVIEWER),
                    "test-correlation",
                    null,
                    event));
    produce(Topics.of(event), interview, record);
    return record;
  }

  @SuppressWarnings("unchecked")
  private static void produce(String topic, String key, String value) {
    service.bean(Producer.class).send(new ProducerRecord<String, String>(topic, key, value));
  }

  private static Answer found(String person, String words) {
    return service.get(
        person, "/api/finished-interviews?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
  }
}
