package dev.mockingbird.search.bank;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.markdown.MarkdownList;
import dev.mockingbird.stack.LocalStack;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@LocalStack
class BankIT {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    await().until(() -> !service.bean(Bank.class).isEmpty());
  }

  @Test
  void importsAListOnceHoweverOftenItIsSent() {
    String list = list("one");

    Answer first = importList(list, "");
    Answer second = importList(list, "");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().get("added").asInt()).isEqualTo(2);
    assertThat(first.body().get("requirements").asInt()).isEqualTo(1);
    assertThat(first.body().get("items")).hasSize(3);
    assertThat(second.body().get("added").asInt()).isZero();
    assertThat(second.body().get("changed").asInt()).isZero();
    assertThat(second.body().get("unchanged").asInt()).isEqualTo(2);
  }

  @Test
  void publishesANewVersionOfAChangedQuestionAlone() {
    String list = list("two");
    importList(list, "");

    Answer changed = importList(list.replace("互斥。", "互斥与可见性。"), "");

    assertThat(changed.body().get("changed").asInt()).isEqualTo(1);
    assertThat(changed.body().get("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void previewsWithoutWriting() {
    String list = list("three");

    assertThat(importList(list, "&dryRun=true").body().get("added").asInt()).isEqualTo(2);
    assertThat(importList(list, "&dryRun=true").body().get("added").asInt()).isEqualTo(2);
  }

  @Test
  void answersTheSameRequestTheSameUnderOneIdempotencyKey() {
    String list = list("four");
    String key = UUID.randomUUID().toString();
    String path = "/api/bank/imports?source=test&language=zh";

    Answer first = service.post(service.token(ORGANISER), path, list, "Idempotency-Key", key);
    Answer again = service.post(service.token(ORGANISER), path, list, "Idempotency-Key", key);
    Answer other = service.post(service.token(ORGANISER), path, list + " ", "Idempotency-Key", key);

    assertThat(first.body().get("added").asInt()).isEqualTo(2);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void twoImportsOfOneListAtOnceAddItOnce() {
    String list = list("five");
    Bank bank = service.bean(Bank.class);
    var left = CompletableFuture.supplyAsync(() -> bank.apply(request(list)));
    var right = CompletableFuture.supplyAsync(() -> bank.apply(request(list)));

    assertThat(left.join().added() + right.join().added()).isIn(2L, 4L);
    assertThat(bank.apply(request(list)).unchanged()).isEqualTo(2);
    String id = onlyId(list, "锁");
    assertThat(service.bean(BankJournal.class).histories(Set.of(id)).get(id).versions())
        .isEqualTo(1);
  }

  @Test
  void countsAVersionForNobodyBeforeItsImportIsApplied() {
    String list = list("six");
    BankJournal journal = service.bean(BankJournal.class);
    Bank bank = service.bean(Bank.class);
    ImportRequest request = request(list);
    ImportPlan plan =
        ImportDecider.decide(
            request.source(),
            MarkdownList.read(list, Language.CHINESE).items(),
            new ImportDecider.Known(Map.of(), Map.of(), Set.of()));
    ImportPlan.Publication half = plan.publications().getFirst();
    String id = half.question().content().id();

    AppendResult written =
        journal
            .publish(half, request.batch(journal.generation()), request)
            .toCompletableFuture()
            .join();

    assertThat(written).isInstanceOf(AppendResult.Appended.class);
    assertThat(service.get(INTERVIEWER, "/api/questions/" + id).code())
        .isEqualTo("NO_SUCH_QUESTION");
    assertThat(bank.apply(request).added()).isEqualTo(2);
    assertThat(service.get(INTERVIEWER, "/api/questions/" + id).status()).isEqualTo(200);
  }

  @Test
  void showsTheReferenceToStaffAndRemembersThatTheySawIt() {
    importList(list("seven"), "");
    String id = onlyId(list("seven"), "锁");
    try (AccessRecords access = new AccessRecords(service.stores().kafkaBootstrap())) {
      Answer member = service.get(MEMBER, "/api/questions/" + id);
      Answer staff = service.get(INTERVIEWER, "/api/questions/" + id);

      assertThat(member.body().has("staff") && !member.body().get("staff").isNull()).isFalse();
      assertThat(member.body().toString()).doesNotContain("互斥");
      assertThat(staff.body().at("/staff/reference").asString()).isEqualTo("互斥。");
      access.awaitOne(id, INTERVIEWER);
    }
  }

  @Test
  void handsOutSnapshotsWhileElasticsearchIsDown() {
    importList(list("eight"), "");
    String id = onlyId(list("eight"), "锁");
    try (var instance = service.start("http://127.0.0.1:1")) {
      Answer snapshot =
          service.send(
              instance,
              service.token(INTERVIEWER),
              HttpRequest.newBuilder().GET(),
              "/api/questions/" + id + "/snapshot");
      Answer search =
          service.send(
              instance,
              service.token(INTERVIEWER),
              HttpRequest.newBuilder().GET(),
              "/api/questions?q=redis");
      Answer ready =
          service.send(instance, "", HttpRequest.newBuilder().GET(), "/actuator/health/readiness");

      assertThat(snapshot.body().at("/question/version").asInt()).isEqualTo(1);
      assertThat(snapshot.body().at("/question/language").asString()).isEqualTo("zh");
      assertThat(snapshot.body().at("/staff/reference").asString()).isEqualTo("互斥。");
      assertThat(search.status()).isEqualTo(503);
      assertThat(search.code()).isEqualTo("SEARCH_UNAVAILABLE");
      assertThat(ready.status()).isEqualTo(200);
    }
    assertThat(service.get(MEMBER, "/api/questions/" + id + "/snapshot").code())
        .isEqualTo("NOT_ALLOWED");
  }

  @Test
  void namesTheCounterpartInTheOtherLanguage() {
    Bank bank = service.bean(Bank.class);
    Question chinese =
        bank.find(new Identity("key/starter-bank/redis-persistence/zh", "").newId()).orElseThrow();

    Answer answer = service.get(MEMBER, "/api/questions/" + chinese.content().id());

    assertThat(answer.body().at("/translation/language").asString()).isEqualTo("en");
    assertThat(answer.body().at("/translation/title").asString()).contains("Redis");
  }

  @Test
  void letsOnlyOrganisersWithAWritingTokenImport() {
    String path = "/api/bank/imports?source=test";

    assertThat(service.post(service.token(INTERVIEWER), path, "x").code()).isEqualTo("NOT_ALLOWED");
    assertThat(service.post(service.token(ORGANISER, "mockingbird", "read"), path, "x").code())
        .isEqualTo("READ_ONLY_TOKEN");
    assertThat(service.post(service.token(ORGANISER, "elsewhere", "read write"), path, "x").code())
        .isEqualTo("SIGNED_OUT");
    assertThat(service.post("", path, "x").code()).isEqualTo("SIGNED_OUT");
    assertThat(importList("x", "&language=fr").code()).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void servesItsOpenApiDescription() {
    Answer api = service.get(MEMBER, "/api/docs/search");
    assertThat(api.body().get("paths").propertyNames())
        .contains("/api/questions", "/api/bank/imports", "/api/finished-interviews");
  }

  @Test
  void givesEveryRefusalACode() {
    assertThat(service.get(MEMBER, "/api/questions/nothing-like-an-id").code())
        .isEqualTo("NO_SUCH_QUESTION");
    assertThat(service.post(service.token(ORGANISER), "/api/bank/imports", "x").code())
        .isEqualTo("INVALID_REQUEST");
    assertThat(service.get(MEMBER, "/api/bank/imports").code()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  private static Answer importList(String list, String parameters) {
    return service.post(
        service.token(ORGANISER), "/api/bank/imports?source=test&language=zh" + parameters, list);
  }

  private static ImportRequest request(String list) {
    return new ImportRequest(
        list, "test", Language.CHINESE, new PersonId(ORGANISER), "test-correlation");
  }

  private static String onlyId(String list, String word) {
    return MarkdownList.read(list, Language.CHINESE).items().stream()
        .filter(item -> item.title().contains(word))
        .map(item -> Identity.of("test", item).newId())
        .findFirst()
        .orElseThrow();
  }

  private static String list(String name) {
    return """
        ## 并发

        1. %1$s 里什么是锁？

           互斥。
        2. %1$s 里什么是闩？

        ## 要求

        1. 熟悉 %1$s
        """
        .formatted(name);
  }

  static {
    org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }
}
