package dev.mockingbird.interview.live;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The work of one room: one piece at a time, in the order it came. A piece that waits for the
/// store holds the room meanwhile, and no thread; the next one begins when its stage is complete,
/// on the thread that completed it.
final class Turns {

  private final Queue<Supplier<CompletionStage<?>>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  /// @param work must not block; it begins on this thread when nothing else goes on
  <T> CompletableFuture<T> take(Supplier<CompletionStage<T>> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    waiting.add(() -> begin(work, done));
    if (count.getAndIncrement() == 0) {
      goOn();
    }
    return done;
  }

  private static <T> CompletionStage<?> begin(
      Supplier<CompletionStage<T>> work, CompletableFuture<T> done) {
    try {
      return work.get()
          .whenComplete(
              (result, failure) -> {
                if (failure == null) {
                  done.complete(result);
                } else {
                  done.completeExceptionally(failure);
                }
              });
    } catch (Throwable e) {
      done.completeExceptionally(e);
      return done;
    }
  }

  private void goOn() {
    do {
      CompletableFuture<?> piece = waiting.remove().get().toCompletableFuture();
      if (!piece.isDone()) {
        piece.whenComplete((_, _) -> finished());
        return;
      }
    } while (count.decrementAndGet() > 0);
  }

  private void finished() {
    if (count.decrementAndGet() > 0) {
      goOn();
    }
  }
}
