package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which pieces open a question and which name a topic. One shape holds most of the questions of a
/// file; a stretch of text under a topic that has none of that shape may have one of its own; what
/// a person said stands above all of it.
final class Structure {

  private final Openings at;

  private Structure(Openings at) {
    this.at = at;
  }

  /// @param insists somebody chose another shape than the one that speaks most for itself
  static Structure of(
      List<Piece> pieces,
      List<@Nullable Reason> chrome,
      Ranked main,
      Choice choice,
      boolean insists,
      List<Fold> folds) {
    Openings at = new Openings(pieces, chrome, main, insists, folds);
    Starts.in(at);
    Topics.in(at);
    OwnShapes.in(at);
    Between.in(at);
    Demands.in(at);
    if (!insists) {
      QuietSections.in(at);
    }
    told(at, choice);
    return new Structure(at);
  }

  Openings.Kind opens(int index) {
    return at.opens(index);
  }

  /// The shape by which a question was found.
  String shape(int index) {
    return at.shape(index);
  }

  /// Whether a piece stands behind the fold that a summary opens.
  boolean leaves(Piece start, Piece piece) {
    return at.leaves(start, piece);
  }

  private static void told(Openings at, Choice choice) {
    Map<Integer, Role> roles = choice.roles();
    for (int i = 0; i < at.size(); i++) {
      @Nullable Role role = roles.get(at.piece(i).line());
      if (role == null) {
        continue;
      }
      switch (role) {
        case TOPIC -> at.open(i, Openings.Kind.TOPIC);
        case QUESTION -> at.start(i, "told");
        case BODY, ANSWER, DETAIL -> at.open(i, Openings.Kind.NOTHING);
        case IGNORED -> {
          if (!at.opens(i, Openings.Kind.NOTHING)) {
            at.open(i, Openings.Kind.ASIDE);
          }
        }
        case REQUIREMENT -> at.open(i, Openings.Kind.REQUIREMENT);
      }
    }
  }
}
