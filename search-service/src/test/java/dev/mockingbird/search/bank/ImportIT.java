package dev.mockingbird.search.bank;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.bank.Lists.importList;
import static dev.mockingbird.search.bank.Lists.list;
import static dev.mockingbird.search.bank.Lists.onlyId;
import static dev.mockingbird.search.bank.Lists.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.events.Language;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.stack.LocalStack;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@LocalStack
class ImportIT {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    await().atMost(Duration.ofSeconds(60)).until(() -> !service.bean(Bank.class).isEmpty());
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
  void twoImportsOfOneListAtOnceAddItOnce() {
    String list = list("five");
    Bank bank = service.bean(Bank.class);
    var left = CompletableFuture.supplyAsync(() -> bank.apply(request(list, null)));
    var right = CompletableFuture.supplyAsync(() -> bank.apply(request(list, null)));

    assertThat(left.join().added() + right.join().added()).isIn(2L, 4L);
    assertThat(bank.apply(request(list, null)).unchanged()).isEqualTo(2);
    String id = onlyId(list, "锁");
    assertThat(service.bean(BankJournal.class).histories(Set.of(id)).get(id).versions())
        .isEqualTo(1);
  }

  @Test
  void countsAVersionForNobodyBeforeItsImportIsApplied() {
    String list = list("six");
    BankJournal journal = service.bean(BankJournal.class);
    Bank bank = service.bean(Bank.class);
    ImportRequest request = request(list, null);
    ImportPlan plan =
        ImportDecider.decide(
            request.source(),
            MarkdownReader.read(list, Choice.none(Language.CHINESE)).items(),
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
}
