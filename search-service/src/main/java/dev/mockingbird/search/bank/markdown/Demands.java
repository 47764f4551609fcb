package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stretches under a topic that demand something of a person and ask nothing.
final class Demands {

  /// One sentence that demands something is none of a list of demands.
  private static final int FEW = 3;

  private final Openings at;
  private final List<Piece> pieces;
  private final List<@Nullable Reason> chrome;
  private final Openings.Kind[] opens;

  private Demands(Openings at) {
    this.at = at;
    this.pieces = at.pieces();
    this.chrome = at.chrome();
    this.opens = at.opens();
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
    for (int i = 0; i <= pieces.size(); i++) {
      boolean ends =
          i == pieces.size() || opens[i] == Openings.Kind.TOPIC || opens[i] == Openings.Kind.ASIDE;
      if (!ends) {
        continue;
      }
      if (from > 0 && Requirements.demand(pieces.subList(from, i))) {
        announced |= Wording.announcesDemands(pieces.get(from - 1).said().text());
        for (int k = from; k < i; k++) {
          if (chrome.get(k) == null) {
            (Requirements.isStatement(pieces.get(k)) ? demands : others).add(k);
          }
        }
      }
      from = i + 1;
    }
    if (demands.size() >= FEW || announced) {
      demands.forEach(i -> opens[i] = Openings.Kind.REQUIREMENT);
      others.forEach(i -> opens[i] = Openings.Kind.NOTHING);
    }
  }
}
