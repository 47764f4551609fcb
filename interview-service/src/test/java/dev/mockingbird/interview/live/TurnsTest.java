package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns();
  private final List<String> seen = new ArrayList<>();

  @Test
  void aPieceThatWaitsHoldsTheNextOnes() {
    CompletableFuture<String> store = new CompletableFuture<>();
    turns.take(() -> store.thenAccept(seen::add));
    turns.take(() -> note("second"));
    turns.take(() -> note("third"));
    assertThat(seen).isEmpty();

    store.complete("first");

    assertThat(seen).containsExactly("first", "second", "third");
  }

  @Test
  void aPieceThatFailsLeavesTheTurnToTheNext() {
    CompletableFuture<Void> thrown =
        turns.take(
            () -> {
              throw new IllegalStateException("thrown");
            });
    CompletableFuture<Object> failed =
        turns.take(() -> CompletableFuture.failedStage(new IllegalStateException("failed")));
    turns.take(() -> note("next"));

    assertThat(seen).containsExactly("next");
    assertThatThrownBy(thrown::join).hasMessageContaining("thrown");
    assertThatThrownBy(failed::join).hasMessageContaining("failed");
  }

  @Test
  void workTakenWithinAPieceComesAfterIt() {
    turns.take(
        () -> {
          turns.take(() -> note("inner"));
          return note("outer");
        });

    assertThat(seen).containsExactly("outer", "inner");
  }

  private CompletionStage<Void> note(String what) {
    seen.add(what);
    return CompletableFuture.completedStage(null);
  }
}
