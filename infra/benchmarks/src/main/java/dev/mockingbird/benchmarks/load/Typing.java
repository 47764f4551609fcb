package dev.mockingbird.benchmarks.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ObjLongConsumer;

/// Lets rooms be typed in at their pace until it is stopped, whatever the server does.
final class Typing {

  private static final int AT_ONCE = 256;

  private final Generator generator;
  private final List<Pair> pairs;
  private final ObjLongConsumer<Pair> type;
  private final Pace pace;
  private boolean stopped;

  /// @param type is given the room and when it was due
  Typing(Generator generator, List<Pair> pairs, double perSecond, ObjLongConsumer<Pair> type) {
    this.generator = generator;
    this.pairs = pairs;
    this.type = type;
    this.pace = new Pace(pairs.size(), perSecond, System.nanoTime(), new SplittableRandom(42));
  }

  void start() {
    generator.execute(this::work);
  }

  void stop() {
    stopped = true;
  }

  private void work() {
    if (stopped) {
      return;
    }
    long now = System.nanoTime();
    for (int i = 0; i < AT_ONCE && pace.nextDue() <= now; i++) {
      long due = pace.nextDue();
      type.accept(pairs.get(pace.take()), due);
    }
    long pause = pace.nextDue() - System.nanoTime();
    if (pause <= 0) {
      generator.execute(this::work);
    } else {
      generator.schedule(this::work, pause);
    }
  }
}
