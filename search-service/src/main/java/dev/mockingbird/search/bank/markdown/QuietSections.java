package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;

/// Sections of which no entry asks, beside others of which nearly every entry does: they tell about
/// the company, the list or what is expected.
final class QuietSections {

  static final Reason REASON = Reason.of("ignored.asks-nothing");

  private static final int FEW = 3;

  private final Openings at;
  private final List<Section> quiet = new ArrayList<>();
  private final Section others = new Section();

  private static final class Section {

    private final List<Integer> starts = new ArrayList<>();
    private int asking;
    private int plainly;
    private int followed;
    private boolean entries = true;

    void add(Section other) {
      starts.addAll(other.starts);
      asking += other.asking;
      plainly += other.plainly;
      followed += other.followed;
    }

    boolean isQuiet() {
      return entries && starts.size() > 1 && plainly == 0 && asking * 5 <= starts.size();
    }

    boolean isAnswered() {
      return followed * 2 > starts.size();
    }
  }

  private QuietSections(Openings at) {
    this.at = at;
  }

  static void in(Openings at) {
    QuietSections sections = new QuietSections(at);
    int from = 0;
    for (int i = 0; i <= at.size(); i++) {
      if (i == at.size() || at.opens(i, Openings.Kind.TOPIC) || at.opens(i, Openings.Kind.ASIDE)) {
        sections.look(from, i);
        from = i + 1;
      }
    }
    sections.leaveOut();
  }

  private void look(int from, int to) {
    Section section = new Section();
    for (int i = from; i < to; i++) {
      if (at.opens(i, Openings.Kind.QUESTION)) {
        section.starts.add(i);
        section.asking += Wording.asks(at.piece(i).said().text()) ? 1 : 0;
        section.plainly += Wording.asksPlainly(at.piece(i).said().text()) ? 1 : 0;
        section.entries &= at.piece(i).kind().isEntry();
        section.followed += i + 1 < to && at.opens(i + 1, Openings.Kind.NOTHING) ? 1 : 0;
      }
    }
    if (section.isQuiet()) {
      quiet.add(section);
    } else {
      others.add(section);
    }
  }

  private void leaveOut() {
    int entries = others.starts.size();
    int left = quiet.stream().mapToInt(it -> it.starts.size()).sum();
    if (others.asking < FEW || others.asking * 10 < entries * 9 || left > entries) {
      return;
    }
    for (Section section : quiet) {
      if (section.isAnswered() && others.isAnswered()) {
        continue;
      }
      for (int i : section.starts) {
        at.open(i, Openings.Kind.NOTHING);
        at.leaveOut(i, REASON);
      }
    }
  }
}
