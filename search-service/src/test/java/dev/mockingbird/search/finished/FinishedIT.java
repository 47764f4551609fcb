package dev.mockingbird.search.finished;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.events.InterviewEvent;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.Topics;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@LocalStack
class FinishedIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningService service = RunningService.shared();
  private final FinishedRecords records = new FinishedRecords(service);
  private final String interview = UUID.randomUUID().toString();
  private final String word = "w" + interview.substring(0, 8);

  @Test
  void findsAFinishedInterviewForItsMembersOnlyUntilItIsErased() {
    String sent = records.end(interview, "后端面试 " + word, "说说缓存雪崩");
    assertThat(sent).doesNotContain(word).doesNotContain("缓存雪崩");

    await().atMost(PATIENCE).until(() -> found(MEMBER, word).total() == 1);
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
    records.send(interview, 3, new InterviewEvent.InterviewErased("receipt"));

    await().atMost(PATIENCE).until(() -> found(MEMBER, word).total() == 0);
  }

  @Test
  void goesOnPastARecordThatNobodyCanRead() {
    service.bean(DataKeys.class).create(interview);
    records.produce(Topics.ROOM, interview, "not an envelope");
    records.send(
        interview,
        8,
        new RoomEvent.RoomEnded(
            RoomEvent.EndReason.EMPTY, "members 无", Language.CHINESE, null, null, List.of()));
    records.end(interview, "过得去 " + word, "问题");

    await().atMost(PATIENCE).until(() -> found(MEMBER, word).total() == 1);
  }

  @Test
  void goesOnPastADocumentThatElasticsearchWillNeverTake() {
    String unbearable = "x".repeat(600);
    records.end(unbearable, "过长 " + word, "问题");
    records.end(interview, "过得去 " + word, "问题");

    await().atMost(PATIENCE).until(() -> found(MEMBER, word).total() == 1);
  }

  private Answer found(String person, String words) {
    return service.get(
        person, "/api/finished-interviews?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
  }
}
