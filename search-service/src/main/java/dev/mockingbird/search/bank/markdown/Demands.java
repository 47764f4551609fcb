package dev.mockingbird.search.bank.markdown;

import java.util.ArrayList;
import java.util.List;

/// Stretches under a topic that demand something of a person and ask nothing.
final class Demands {

  /// One sentence that demands something is none of a list of demands.
  private static final int FEW = 3;

  private final Openings at;

  private Demands(Openings at) {
    this.at = at;
  }

  static void in(Openings at) {
    new Demands(at).requirements();
  }

  /// Stretches under a topic that demand something of a person.
  private void requirements() {
    List<Integer> demands = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    boolean announced = false;
    int from = -1;
    for (int i = 0; i <= at.size(); i++) {
      boolean ends =
          i == at.size() || at.opens(i, Openings.Kind.TOPIC) || at.opens(i, Openings.Kind.ASIDE);
      if (!ends) {
        continue;
      }
      if (from > 0 && Requirements.demand(at.pieces(from, i))) {
        announced |= Wording.announcesDemands(at.piece(from - 1).said().text());
        for (int k = from; k < i; k++) {
          if (!at.isChrome(k)) {
            (Requirements.isStatement(at.piece(k)) ? demands : others).add(k);
          }
        }
      }
      from = i + 1;
    }
    if (demands.size() >= FEW || announced) {
      demands.forEach(i -> at.open(i, Openings.Kind.REQUIREMENT));
      others.forEach(i -> at.open(i, Openings.Kind.NOTHING));
    }
  }
}
