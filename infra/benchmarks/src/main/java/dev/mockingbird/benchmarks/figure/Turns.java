package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.load.Pass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Measures servers in turns, first one way round and then the other, so that all of them see the
/// same neighbours on the machine.
public final class Turns {

  private static final Duration UNTIL_WARM = Duration.ofSeconds(30);
  private static final Duration SETTLING_IN = Duration.ofSeconds(1);

  private final Plan plan;
  private final Consumer<Pass> told;
  private final Set<Party> warm = new HashSet<>();
  private final Map<Load, Comparison> taken = new HashMap<>();

  private record Load(List<Party> parties, int rooms, double rate) {}

  /// @param told of every pass
  public Turns(Plan plan, Consumer<Pass> told) {
    this.plan = plan;
    this.told = told;
  }

  Plan plan() {
    return plan;
  }

  /// Figures of the same load are read from the same passes.
  Comparison take(List<Party> parties, int rooms, double rate) {
    Load load = new Load(List.copyOf(parties), rooms, rate);
    Comparison known = taken.get(load);
    if (known == null) {
      known = measure(parties, rooms, rate);
      taken.put(load, known);
    }
    return known;
  }

  private Comparison measure(List<Party> parties, int rooms, double rate) {
    parties.forEach(party -> warm(party, rooms, rate));
    Comparison comparison = new Comparison(new ArrayList<>());
    for (int turn = 0; turn < plan.passes(); turn++) {
      for (Party party : turn % 2 == 0 ? parties : parties.reversed()) {
        comparison.passes().add(one(party, rooms, rate, plan.measured()));
      }
    }
    return comparison;
  }

  Pass one(Party party, int rooms, double rate, Duration measured) {
    Pass pass = party.type(rooms, rate, SETTLING_IN, measured);
    told.accept(pass);
    return pass;
  }

  /// The compiler has to have seen the work before it is measured.
  void warm(Party party, int rooms, double rate) {
    if (warm.add(party)) {
      party.type(rooms, rate, Duration.ZERO, UNTIL_WARM);
    }
  }
}
