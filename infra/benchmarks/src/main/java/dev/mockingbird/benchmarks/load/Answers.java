package dev.mockingbird.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Answers in many rooms at once, until their scores are on the screen.
public final class Answers {

  private Answers() {}

  /// Each room answers whenever the time is up, beginning at a moment of its own.
  public static Latencies paced(List<AnswerRoom> rooms, Duration every, Duration measured) {
    long end = System.nanoTime() + measured.toNanos();
    return inAll(
        rooms,
        (room, latencies) -> {
          long due = System.nanoTime() + ThreadLocalRandom.current().nextLong(every.toNanos());
          while (due < end) {
            room.type();
            pauseUntil(due);
            latencies.record(room.submit());
            due += every.toNanos();
          }
        });
  }

  /// @param cpuMicros by process, for each answer
  public record Burst(Latencies latencies, Map<String, Double> cpuMicros) {}

  /// All rooms answer in the same moment, as often as that.
  public static Burst together(List<AnswerRoom> rooms, int times, CpuUse cpu) {
    List<Latencies> all = new ArrayList<>();
    Map<String, Long> used = new HashMap<>();
    for (int i = 0; i < times; i++) {
      inAll(rooms, (room, _) -> room.type());
      long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
      Map<String, Long> before = cpu.read();
      all.add(
          inAll(
              rooms,
              (room, latencies) -> {
                pauseUntil(due);
                latencies.record(room.submit());
              }));
      cpu.read()
          .forEach(
              (process, so) ->
                  used.merge(process, so - before.getOrDefault(process, 0L), Long::sum));
    }
    return new Burst(
        Latencies.together(all), CpuUse.microsEach(Map.of(), used, times * rooms.size()));
  }

  private interface Work {
    void in(AnswerRoom room, Latencies latencies);
  }

  private static Latencies inAll(List<AnswerRoom> rooms, Work work) {
    List<Future<Latencies>> each = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (AnswerRoom room : rooms) {
        each.add(
            threads.submit(
                () -> {
                  Latencies latencies = new Latencies();
                  work.in(room, latencies);
                  return latencies;
                }));
      }
    }
    return Latencies.together(each.stream().map(Answers::result).toList());
  }

  private static void pauseUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static Latencies result(Future<Latencies> latencies) {
    try {
      return latencies.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer was not scored: " + e.getCause(), e);
    }
  }
}
