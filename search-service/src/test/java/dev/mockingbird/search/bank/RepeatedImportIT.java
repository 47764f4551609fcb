package dev.mockingbird.search.bank;

import static dev.mockingbird.search.RunningService.ORGANISER;
import static dev.mockingbird.search.bank.Lists.importList;
import static dev.mockingbird.search.bank.Lists.list;
import static dev.mockingbird.search.bank.Lists.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.stack.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@LocalStack
class RepeatedImportIT {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    await().atMost(Duration.ofSeconds(60)).until(() -> !service.bean(Bank.class).isEmpty());
  }

  private final String list = list("again " + UUID.randomUUID());
  private final String key = UUID.randomUUID().toString();

  @Test
  void answersTheSameRequestTheSameUnderOneKey() {
    Answer first = send(list);
    Answer again = send(list);

    assertThat(first.body().get("added").asInt()).isEqualTo(2);
    assertThat(again).isEqualTo(first);
  }

  @Test
  void answersTheSameAlthoughTheServiceDiedBeforeItCouldAnswer() {
    ImportReport unheard = service.bean(Bank.class).apply(request(list, key));

    Answer again = send(list);

    assertThat(unheard.added()).isEqualTo(2);
    assertThat(again.body().get("added").asInt()).isEqualTo(2);
    assertThat(again.body().get("batch").asString()).isEqualTo(unheard.batch());
    assertThat(again.body().get("items")).hasSize(unheard.items().size());
  }

  @Test
  void goesOnUnderItsKeyAfterItDiedBetweenAQuestionAndTheEnd() {
    ImportRequest request = request(list, key);
    BankJournal journal = service.bean(BankJournal.class);
    ImportPlan plan =
        ImportDecider.decide(
            request.source(),
            MarkdownReader.read(list, Choice.none(Language.CHINESE)).items(),
            new ImportDecider.Known(Map.of(), Map.of(), Set.of()));
    String batch = request.batch(journal.generation());
    journal.publish(plan.publications().getFirst(), batch, request).toCompletableFuture().join();

    Answer first = send(list);

    assertThat(first.body().get("added").asInt()).isEqualTo(2);
    assertThat(send(list)).isEqualTo(first);
  }

  @Test
  void remembersAlsoThatNothingWasToBeDone() {
    importList(list, "");
    Answer nothing = send(list);
    importList(list.replace("互斥。", "互斥与可见性。"), "");

    assertThat(nothing.body().get("added").asInt()).isZero();
    assertThat(nothing.body().get("unchanged").asInt()).isEqualTo(2);
    assertThat(send(list)).as("does not take the correction back").isEqualTo(nothing);
  }

  @Test
  void refusesAnotherRequestUnderTheSameKey() {
    send(list);

    assertThat(send(list + " ").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(
            service
                .post(
                    service.token(ORGANISER),
                    "/api/bank/imports?source=elsewhere&language=zh",
                    list,
                    "Idempotency-Key",
                    key)
                .code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(importList(list, "", "Idempotency-Key", "short").code())
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void refusesOneOfTwoDifferentRequestsThatComeAtOnceUnderOneKey() {
    String other = list("other " + UUID.randomUUID());
    var left = CompletableFuture.supplyAsync(() -> send(list));
    var right = CompletableFuture.supplyAsync(() -> send(other));

    assertThat(List.of(left.join().code(), right.join().code()))
        .containsExactlyInAnyOrder("", "IDEMPOTENCY_KEY_REUSED");
    assertThat(
            service.bean(Bank.class).preview(request(list, null)).added()
                + service.bean(Bank.class).preview(request(other, null)).added())
        .as("only one list took effect")
        .isEqualTo(2);
  }

  @RepeatedTest(5)
  void refusesOneOfTwoAlsoWhenNeitherHasAnythingToDo() {
    String other = list("other " + UUID.randomUUID());
    importList(list, "");
    importList(other, "");
    var left = CompletableFuture.supplyAsync(() -> send(list));
    var right = CompletableFuture.supplyAsync(() -> send(other));

    assertThat(List.of(left.join().code(), right.join().code()))
        .containsExactlyInAnyOrder("", "IDEMPOTENCY_KEY_REUSED");
  }

  private Answer send(String list) {
    return importList(list, "", "Idempotency-Key", key);
  }
}
