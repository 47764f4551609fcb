package dev.mockingbird.search.bank.importing;

import static dev.mockingbird.search.bank.importing.Lists.importList;
import static dev.mockingbird.search.bank.importing.Lists.list;
import static dev.mockingbird.search.bank.importing.Lists.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.importing.ImportJournal.Asker;
import dev.mockingbird.stack.LocalStack;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What an Idempotency-Key promises.
@LocalStack
class RepeatedImportIT {

  private static RunningService service;

  private final String list = list("again " + UUID.randomUUID());
  private final String source = "again " + UUID.randomUUID().toString().substring(0, 8);
  private final String key = UUID.randomUUID().toString();

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    Lists.awaitTheStarterBank();
  }

  @Test
  void answersTheSameRequestTheSameUnderOneKey() {
    Answer first = send(list);
    Answer again = send(list);

    assertThat(first.body().at("/counts/added").asInt()).isEqualTo(2);
    assertThat(again).isEqualTo(first);
  }

  @Test
  void answersTheSameAlthoughTheServiceDiedBeforeItCouldAnswer() {
    Applied unheard = service.bean(Importing.class).apply(wanted(source, list, key));

    Answer again = send(list);

    assertThat(unheard.counts().added()).isEqualTo(2);
    assertThat(again.body().at("/counts/added").asInt()).isEqualTo(2);
    assertThat(again.body().get("batch").asString()).isEqualTo(unheard.batch());
  }

  @Test
  void goesOnUnderItsKeyAfterItDiedBetweenAQuestionAndTheEnd() {
    ListImport wanted = wanted(source, list, key);
    Importing.Decided decided = service.bean(Importing.class).preview(wanted);
    service
        .bean(ImportJournal.class)
        .write(
            decided.plan().effects().subList(0, 1),
            wanted.batch(decided.imports().count(), decided.plan()),
            Asker.of(wanted))
        .getFirst()
        .join();

    Answer first = send(list);

    assertThat(first.body().at("/counts/added").asInt()).isEqualTo(2);
    assertThat(send(list)).isEqualTo(first);
  }

  @Test
  void remembersAlsoThatNothingWasToBeDone() {
    importList(source, list);
    Answer nothing = send(list);
    importList(source, list.replace("互斥。", "互斥与可见性。"));

    assertThat(nothing.body().at("/counts/added").asInt()).isZero();
    assertThat(nothing.body().at("/counts/unchanged").asInt()).isEqualTo(2);
    assertThat(send(list).body().get("counts"))
        .as("does not take the correction back")
        .isEqualTo(nothing.body().get("counts"));
  }

  @Test
  void refusesAnotherRequestUnderTheSameKey() {
    send(list);

    assertThat(send(list + " ").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(importList("elsewhere", list, "Idempotency-Key", key).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(importList(source, list, "Idempotency-Key", "short").code())
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void refusesOneOfTwoDifferentRequestsThatComeAtOnceUnderOneKey() {
    String other = list("other " + UUID.randomUUID());
    var left = CompletableFuture.supplyAsync(() -> send(list));
    var right = CompletableFuture.supplyAsync(() -> send(other));

    assertThat(List.of(left.join().code(), right.join().code()))
        .containsExactlyInAnyOrder("", "IDEMPOTENCY_KEY_REUSED");
    assertThat(toAdd(list) + toAdd(other)).as("only one list took effect").isEqualTo(2);
  }

  @RepeatedTest(5)
  void refusesOneOfTwoAlsoWhenNeitherHasAnythingToDo() {
    String other = list("other " + UUID.randomUUID());
    importList(source, list);
    importList(source, other);
    importList(source, list);
    var left = CompletableFuture.supplyAsync(() -> send(list));
    var right = CompletableFuture.supplyAsync(() -> send(other));

    assertThat(List.of(left.join().code(), right.join().code()))
        .containsExactlyInAnyOrder("", "IDEMPOTENCY_KEY_REUSED");
  }

  private int toAdd(String list) {
    return service
        .bean(Importing.class)
        .preview(wanted(source, list, null))
        .plan()
        .count(Outcome.ADDED);
  }

  private Answer send(String list) {
    return importList(source, list, "Idempotency-Key", key);
  }
}
