package dev.mockingbird.scoring.shell;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/// Does the same work on many things at once and hands the results on in the things' order. Takes
/// only a few more things than it works on, so that an endless source needs no endless memory.
final class InOrder {

  /// Where things come from; empty at the end.
  interface Source<T> {
    Optional<T> next() throws IOException;
  }

  interface Sink<R> {
    void accept(R result) throws IOException;

    /// The next result is not there yet.
    void idle() throws IOException;
  }

  private static final int AHEAD_OF_A_THREAD = 4;
  private static final ThreadFactory DAEMONS =
      Thread.ofPlatform().daemon().name("score-", 1).factory();

  private InOrder() {}

  /// Returns when the source has ended and all results are handed on; also when the sink fails, and
  /// then whoever waits for the source is left behind.
  static <T, R> void run(int threads, Source<T> source, Function<T, R> work, Sink<R> sink)
      throws IOException, InterruptedException {
    BlockingQueue<Future<Optional<R>>> results =
        new ArrayBlockingQueue<>(threads * AHEAD_OF_A_THREAD);
    try (ExecutorService workers = Executors.newFixedThreadPool(threads, DAEMONS)) {
      Thread reader = DAEMONS.newThread(() -> read(source, work, workers, results));
      reader.start();
      try {
        handOn(results, sink);
      } finally {
        reader.interrupt();
        workers.shutdownNow();
      }
    }
  }

  private static <T, R> void read(
      Source<T> source,
      Function<T, R> work,
      ExecutorService workers,
      BlockingQueue<Future<Optional<R>>> results) {
    try {
      try {
        for (Optional<T> next = source.next(); next.isPresent(); next = source.next()) {
          T thing = next.get();
          results.put(workers.submit(() -> Optional.of(work.apply(thing))));
        }
        results.put(CompletableFuture.completedFuture(Optional.empty()));
      } catch (IOException | RuntimeException e) {
        results.put(CompletableFuture.failedFuture(e));
      }
    } catch (InterruptedException e) {
      // Nobody waits for more.
      Thread.currentThread().interrupt();
    }
  }

  private static <R> void handOn(BlockingQueue<Future<Optional<R>>> results, Sink<R> sink)
      throws IOException, InterruptedException {
    while (true) {
      Future<Optional<R>> next = results.poll();
      if (next == null || !next.isDone()) {
        sink.idle();
      }
      Optional<R> result = result(next == null ? results.take() : next);
      if (result.isEmpty()) {
        return;
      }
      sink.accept(result.get());
    }
  }

  private static <R> R result(Future<R> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new CompletionException(e.getCause());
    }
  }
}
