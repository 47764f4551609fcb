package dev.mockingbird.search.catalog;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.markdown.DraftItem;
import dev.mockingbird.search.bank.markdown.MarkdownList;
import dev.mockingbird.stack.LocalStack;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

@LocalStack
class CatalogIT {

  private static RunningService service;
  private static List<DraftItem> starter;

  @BeforeAll
  static void start() throws IOException {
    service = RunningService.shared();
    starter =
        MarkdownList.read(
                new ClassPathResource("starter-bank.md").getContentAsString(StandardCharsets.UTF_8),
                Language.ENGLISH)
            .items();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> search(MEMBER, "", "&topic=Python").total() == 4);
  }

  @ParameterizedTest
  @CsvSource({
    "Redis 持久化, redis-persistence",
    "怎么查看端口占用, linux-port-in-use",
    "TCP 三次握手, tcp-handshake-and-close",
    "单例模式, python-singleton",
    "慢查询, mysql-slow-queries",
    "反向代理, forward-vs-reverse-proxy",
    "Redis淘汰策略, redis-eviction",
    "单点登录怎么实现, single-sign-on",
    "git 回退版本, git-undo-changes",
    "Docker 暴露端口, docker-basics-and-ports",
    "误删数据库恢复, mysql-pitr-dropped-database",
    "csrf攻击, django-csrf-protection",
    "redis persistence, redis-persistence",
    "which process uses a port, linux-port-in-use",
    "three-way handshake, tcp-handshake-and-close",
    "singleton, python-singleton",
    "slow query, mysql-slow-queries",
    "reverse proxy, forward-vs-reverse-proxy",
    "AOF file keeps growing, redis-aof-rewrite",
    "verify a JWT, jwt-sign-and-verify",
    "kafka rabbitmq, kafka-versus-rabbitmq",
    "io multiplexing epoll, linux-io-multiplexing",
    "celery, celery-architecture",
    "free memory linux, linux-free-memory"
  })
  void findsTheRightQuestionAmongTheFirstThree(String words, String key) {
    List<String> wanted =
        starter.stream()
            .filter(item -> key.equals(item.metadata().key()))
            .map(DraftItem::title)
            .toList();

    assertThat(titles(search(INTERVIEWER, words, "")).stream().limit(3))
        .as(words)
        .anyMatch(wanted::contains);
    assertThat(titles(search(MEMBER, words, "")).stream().limit(3))
        .as(words + " for a member")
        .anyMatch(wanted::contains);
  }

  @Test
  void countsEachFacetWithoutItsOwnFilter() {
    JsonNode body = search(MEMBER, "", "&language=zh&topic=Python").body();

    assertThat(body.get("total").asInt()).isEqualTo(2);
    assertThat(counts(body, "language")).contains("zh=2", "en=2");
    assertThat(counts(body, "topic")).contains("Python=2", "Linux=7");
    assertThat(counts(body, "hasReference")).containsExactly("true=2");
  }

  @Test
  void marksWhatWasHit() {
    JsonNode first = search(MEMBER, "Redis 持久化", "").body().get("items").get(0);

    assertThat(first.at("/highlight/title").asString())
        .contains("\uE000Redis\uE001")
        .contains("\uE000持久化\uE001");
  }

  @Test
  void letsMembersFindNothingByWhatOnlyStaffMayRead() {
    String secret = "zyzzyva" + UUID.randomUUID().toString().substring(0, 8);
    importList("## 秘密\n\n1. 什么是 " + secret.substring(7) + " 问题？\n\n   答案提到 " + secret + "。\n");
    await().until(() -> search(INTERVIEWER, secret, "").total() == 1);

    Answer member = search(MEMBER, secret, "");
    Answer staff = search(INTERVIEWER, secret, "");

    assertThat(member.total()).isZero();
    assertThat(staff.body().toString()).doesNotContain("答案提到");
    assertThat(search(MEMBER, secret.substring(7), "").total()).isEqualTo(1);
  }

  @Test
  void showsAVersionOnlyOnceItsImportIsAppliedWhicheverComesFirst() throws Exception {
    CatalogProjection projection = service.bean(CatalogProjection.class);
    String early = "early" + UUID.randomUUID().toString().substring(0, 8);
    String late = "late" + UUID.randomUUID().toString().substring(0, 8);

    projection.handle(List.of(published(early, 1, "batch-" + early, "一 " + early)));
    refresh();
    assertThat(search(MEMBER, early, "").total()).isZero();
    projection.handle(List.of(applied("batch-" + early, early)));
    projection.handle(List.of(applied("batch-" + late, late)));
    projection.handle(List.of(published(late, 1, "batch-" + late, "一 " + late)));
    refresh();

    assertThat(search(MEMBER, early, "").total()).isEqualTo(1);
    assertThat(search(MEMBER, late, "").total()).isEqualTo(1);
  }

  @Test
  void keepsTheNewerVersionAndTheRetirementWhenOlderRecordsComeAgain() throws Exception {
    CatalogProjection projection = service.bean(CatalogProjection.class);
    String id = "again" + UUID.randomUUID().toString().substring(0, 8);
    Decoded first = published(id, 1, null, "第一版 " + id);
    Decoded second = published(id, 2, null, "第二版 " + id);

    projection.handle(List.of(first, second, first));
    projection.handle(List.of(first));
    refresh();
    assertThat(titles(search(MEMBER, id, ""))).containsExactly("第二版 " + id);

    projection.handle(List.of(record(id, 3, new BankEvent.QuestionRetired(id))));
    projection.handle(List.of(first, second));
    refresh();
    assertThat(search(MEMBER, id, "").total()).isZero();
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThat(search(MEMBER, "x", "&difficulty=brutal").code()).isEqualTo("INVALID_REQUEST");
    assertThat(search(MEMBER, "x", "&page=600").code()).isEqualTo("INVALID_REQUEST");
    assertThat(search(MEMBER, "x", "&size=0").code()).isEqualTo("INVALID_REQUEST");
  }

  private static Decoded published(String id, long number, String batch, String title) {
    return record(
        id,
        number,
        new BankEvent.QuestionPublished(
            new QuestionSnapshot(
                id, (int) number, Language.CHINESE, "乱序", title, "", Difficulty.EASY, 5, List.of()),
            StaffMaterial.NONE,
            null,
            batch));
  }

  private static Decoded applied(String batch, String question) {
    return record(
        "imports",
        1,
        new BankEvent.ImportApplied(batch, "test", "00", 1, List.of(question), List.of(), 0));
  }

  private static Decoded record(String aggregate, long number, BankEvent event) {
    return new Decoded.Readable(
        new EventEnvelope<>(
            aggregate + "/" + number,
            EventTypes.wireType(event.getClass()),
            "default",
            aggregate,
            number,
            number,
            Instant.EPOCH,
            PersonId.SYSTEM,
            "test-correlation",
            null,
            event));
  }

  private static void refresh() throws IOException {
    service
        .bean(ElasticsearchClient.class)
        .indices()
        .refresh(it -> it.index(CatalogIndices.QUESTIONS.alias()));
  }

  private static void importList(String list) {
    Answer answer =
        service.post(service.token(ORGANISER), "/api/bank/imports?source=catalog", list);
    assertThat(answer.status()).isEqualTo(200);
  }

  private static Answer search(String person, String words, String parameters) {
    return service.get(
        person,
        "/api/questions?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + parameters);
  }

  private static List<String> titles(Answer answer) {
    return StreamSupport.stream(answer.body().get("items").spliterator(), false)
        .map(item -> item.get("title").asString())
        .toList();
  }

  private static List<String> counts(JsonNode body, String facet) {
    return StreamSupport.stream(body.at("/facets/" + facet).spliterator(), false)
        .map(it -> it.get("value").asString() + "=" + it.get("count").asInt())
        .collect(Collectors.toList());
  }
}
