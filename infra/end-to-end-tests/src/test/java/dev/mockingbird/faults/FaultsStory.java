package dev.mockingbird.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The short form of the fault programs, all on one stack: nothing that was acknowledged is lost,
/// doubled or reordered, and typing goes on by itself.
class FaultsStory {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void nothingAcknowledgedIsLostWhateverHappensToTheServers()
      throws IOException, InterruptedException {
    long seed = new Random().nextInt(1_000_000);
    System.out.println("seed " + seed);
    Stack.Needs needs = new Stack.Needs(2, false, false, false);
    try (Stack stack = Stack.start(HOME, false, needs, null);
        Run run = new Run(stack, new Room.Plan(5, 3, false), seed, System.out)) {
      Torment torment = new Torment(run);
      torment.typing(3);
      torment.kill(stack.instances(), 1, 1, Torment.AFTER_A_SERVICE);
      torment.kill(List.of(stack.redis()), 2, 1, Torment.AFTER_REDIS);
      torment.zombie(1, 5);
      torment.stopsReading(5, false);
      Verdict verdict = run.finish();
      System.out.println(run.summary("all", seed, verdict));

      assertThat(verdict.violations()).as("seed " + seed).isEmpty();
      // What was never said cannot be lost.
      assertThat(verdict.acknowledged()).isGreaterThan(300);
      assertThat(verdict.changes()).isGreaterThanOrEqualTo(verdict.acknowledged());
      assertThat(verdict.shown()).isGreaterThan(verdict.acknowledged());
      assertThat(run.cuts()).isPositive();
    }
  }
}
