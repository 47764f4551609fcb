package dev.mockingbird.search.bank.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The numbers of a list are the chain that goes on: numbers that begin again at one, and behind
/// which the chain goes on where it was, count steps of an answer.
final class Chain {

  /// Steps of one answer.
  private static final int MOST_STEPS = 40;

  private final Openings at;
  private final List<Integer> starts;

  private Chain(Openings at) {
    this.at = at;
    this.starts =
        new ArrayList<>(
            IntStream.range(0, at.size())
                .filter(i -> at.opens(i, Openings.Kind.QUESTION))
                .boxed()
                .toList());
  }

  static void in(Openings at) {
    if (at.main().sequence() > 0) {
      new Chain(at).steps();
    }
  }

  private void steps() {
    for (int i = 0; i + 1 < starts.size(); i++) {
      @Nullable Integer number = number(i);
      @Nullable Integer next = number(i + 1);
      if (number == null || number < 2 || next == null || next != 1) {
        continue;
      }
      int goesOn = goesOn(i, number);
      for (int k = i + 1; k < goesOn; k++) {
        at.goOnWithAnAnswer(starts.get(k));
      }
      i = Math.max(i, goesOn - 1);
    }
  }

  /// Where the chain goes on behind runs that each count from one; -1 where it does not.
  private int goesOn(int from, int number) {
    int before = 0;
    for (int i = from + 1; i < starts.size() && i <= from + MOST_STEPS; i++) {
      @Nullable Integer next = number(i);
      if (next == null || topicBetween(i - 1, i)) {
        return -1;
      }
      if (next == number + 1 && before != number) {
        return i;
      }
      if (next != 1 && next != before + 1) {
        return -1;
      }
      before = next;
    }
    return -1;
  }

  private boolean topicBetween(int one, int other) {
    return IntStream.range(starts.get(one) + 1, starts.get(other))
        .mapToObj(at::piece)
        .anyMatch(
            it -> it.is(Piece.Kind.HEADING) && it.stands() && it.level() < Math.min(at.level(), 4));
  }

  private @Nullable Integer number(int start) {
    return at.piece(starts.get(start)).said().number();
  }
}
