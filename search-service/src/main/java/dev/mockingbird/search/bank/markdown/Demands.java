package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Stretches under a topic that demand something of a person and ask nothing: by their statements,
/// or as a part of a job advert.
final class Demands {

  /// One sentence that demands something is none of a list of demands.
  private static final int FEW = 3;

  private static final Reason OFFERS = Reason.of("ignored.advert");

  /// @param heading index of what names it
  private record Section(int heading, int to) {}

  private final Openings at;
  private final List<Section> sections = new ArrayList<>();

  private Demands(Openings at) {
    this.at = at;
    int from = -1;
    for (int i = 0; i <= at.size(); i++) {
      if (i == at.size() || at.opens(i, Openings.Kind.TOPIC) || at.opens(i, Openings.Kind.ASIDE)) {
        if (from > 0 && Requirements.statesOnly(at.pieces(from, i))) {
          sections.add(new Section(from - 1, i));
        }
        from = i + 1;
      }
    }
  }

  static void in(Openings at) {
    new Demands(at).requirements();
  }

  private void requirements() {
    boolean advert = sections.stream().filter(this::isPartOfAnAdvert).count() > 1;
    Set<Section> demanding =
        sections.stream()
            .filter(it -> requires(it) || advert && Advert.demands(heading(it)) && lists(it))
            .collect(Collectors.toSet());
    boolean announced =
        demanding.stream()
            .map(this::heading)
            .anyMatch(it -> Advert.demands(it) || Wording.announcesDemands(it));
    if (!announced && demanding.stream().mapToInt(this::statements).sum() < FEW) {
      return;
    }
    for (Section section : sections) {
      if (demanding.contains(section) || Advert.wishes(heading(section)) && lists(section)) {
        demand(section);
      } else if (Advert.offers(heading(section))) {
        leaveOut(section);
      }
    }
  }

  /// One heading alone may be about a program, or about a subject.
  private boolean isPartOfAnAdvert(Section section) {
    String heading = heading(section);
    return requires(section)
        || Advert.demands(heading)
        || Advert.wishes(heading)
        || Advert.offers(heading);
  }

  private boolean requires(Section section) {
    return Requirements.demand(at.pieces(section.heading() + 1, section.to()));
  }

  private boolean lists(Section section) {
    return at.pieces(section.heading() + 1, section.to()).stream().anyMatch(Demands::isOneOfMany);
  }

  private static boolean isOneOfMany(Piece piece) {
    return piece.kind().isEntry() || piece.said().number() != null;
  }

  private String heading(Section section) {
    return at.piece(section.heading()).said().text();
  }

  private int statements(Section section) {
    return Requirements.statements(at.pieces(section.heading() + 1, section.to())).size();
  }

  private void demand(Section section) {
    boolean all = requires(section);
    for (int i = section.heading() + 1; i < section.to(); i++) {
      if (!at.isChrome(i)) {
        at.open(
            i,
            Requirements.isStatement(at.piece(i)) && (all || isOneOfMany(at.piece(i)))
                ? Openings.Kind.REQUIREMENT
                : Openings.Kind.NOTHING);
      }
    }
  }

  private void leaveOut(Section section) {
    at.open(section.heading(), Openings.Kind.ASIDE);
    at.leaveOut(section.heading(), OFFERS);
    for (int i = section.heading() + 1; i < section.to(); i++) {
      at.open(i, Openings.Kind.NOTHING);
      at.leaveOut(i, OFFERS);
    }
  }
}
