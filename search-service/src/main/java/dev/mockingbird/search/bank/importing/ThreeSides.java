package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.Questions;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Pair;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionState;
import dev.mockingbird.search.bank.Similarity;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of a question, from three sides: what the list says now, what it said the last
/// time, and what the bank has.
final class ThreeSides {

  private static final int LONGEST_TITLE = 2_000;

  private final String source;
  private final Known known;
  private final NextVersion next;

  ThreeSides(String source, Known known) {
    this.source = source;
    this.known = known;
    this.next = new NextVersion(source, known);
  }

  /// @param before what the bank has, if it is found there
  /// @param said what the list says now, to be kept for the next time
  /// @param taken as [ImportPlan.Item#taken]
  /// @param wanted what the question is to be
  /// @param because why nothing of it is written, if there is something to say
  record Verdict(
      Outcome outcome,
      @Nullable Question before,
      Said said,
      ReadItem taken,
      Question wanted,
      ImportWarning.@Nullable Code because) {}

  Verdict of(Group group) {
    String id = group.question();
    QuestionState state = known.state(id);
    Question current = state.current().orElse(null);
    Said says = Said.of(next.of(id, group.united(ListItem::read, current), null)).within(group);
    Decided decided = decided(id, group, current, says);
    Outcome outcome = decided.outcome();
    ImportWarning.Code because = because(outcome);
    if (tooLong(decided.wanted())) {
      outcome = Outcome.TOO_LONG;
      because = ImportWarning.Code.QUESTION_TOO_LONG;
    } else if (current == null && tookOut(state)) {
      outcome = Outcome.KNOWN;
      because = ImportWarning.Code.RETIRED_QUESTION;
    }
    return new Verdict(outcome, current, says, decided.taken(), decided.wanted(), because);
  }

  private static ImportWarning.@Nullable Code because(Outcome outcome) {
    return switch (outcome) {
      case KNOWN -> ImportWarning.Code.KNOWN_QUESTION;
      case CONFLICT -> ImportWarning.Code.CHANGED_IN_BOTH;
      default -> null;
    };
  }

  private static boolean tooLong(Question question) {
    return question.content().title().length() > LONGEST_TITLE
        || Questions.length(question.content(), question.staff()) > Questions.LONGEST;
  }

  /// Somebody retired it for a reason that lies outside its list, or nothing of it may come back.
  private static boolean tookOut(QuestionState state) {
    return state.purged() || (state.retired() != null && state.retired().batch() == null);
  }

  /// @param taken as [ImportPlan.Item#taken]
  private record Decided(Outcome outcome, ReadItem taken, Question wanted) {}

  /// What a person writes here goes over the file's words where those are taken, else over the
  /// bank's: it tells nothing about the rest.
  private Decided decided(String id, Group group, @Nullable Question current, Said says) {
    ListItem first = group.first();
    ReadItem taken = group.united(ListItem::item, current);
    ItemEdit edit = first.edit(known.said(id)).orElse(null);
    Question written = next.over(id, taken, current, edit);
    if (current == null) {
      return new Decided(Outcome.ADDED, taken, written);
    }
    if (edit == null) {
      return new Decided(compared(current, written, group, says), taken, written);
    }
    Question read = next.over(id, group.united(ListItem::read, current), current, null);
    Outcome unwritten = compared(current, read, group, says);
    Outcome change = change(group);
    if (unwritten == change || first.choice().takesFile()) {
      return new Decided(written.says(current) ? Outcome.UNCHANGED : change, taken, written);
    }
    ReadItem over = edit.over(asRead(current, first.read()));
    Question corrected = next.of(id, over, current);
    return corrected.says(current)
        ? new Decided(unwritten, taken, corrected)
        : new Decided(change, over, corrected);
  }

  /// What the bank says, at the item's place.
  private static ReadItem asRead(Question current, ReadItem read) {
    QuestionSnapshot content = current.content();
    return new ReadItem(
        read.key(),
        read.line(),
        read.kind(),
        content.topic().isEmpty() ? List.of() : List.of(content.topic()),
        content.title(),
        content.body(),
        current.staff(),
        new Metadata(
            null,
            content.language(),
            content.difficulty(),
            content.minutes(),
            content.tags(),
            content.id(),
            current.translationKey(),
            current.filing().source()),
        current.filing().furtherTopics(),
        read.answerLines(),
        read.reason());
  }

  private Outcome compared(Question current, Question wanted, Group group, Said says) {
    Outcome change = change(group);
    Optional<Said> before = known.said(current.content().id());
    if (wanted.says(current)) {
      boolean saysAsMuch = before.isPresent() || says.sameAs(Said.of(current));
      return saysAsMuch ? Outcome.UNCHANGED : Outcome.KNOWN;
    }
    if (group.first().choice().takesFile()) {
      return change;
    }
    if (before.isPresent()) {
      return says.sameAs(before.get())
          ? Outcome.UNCHANGED
          : known.untouched(current) ? change : Outcome.CONFLICT;
    }
    if (ownedElsewhere(current) && !exportedFrom(current, group.first())) {
      return Outcome.KNOWN;
    }
    return onlyAdds(wanted, current) ? change : Outcome.CONFLICT;
  }

  private static Outcome change(Group group) {
    return group.byPlace() && group.first().choice().match() == null
        ? Outcome.PROPOSED
        : Outcome.CHANGED;
  }

  /// An export speaks of the very question, whoever gave it its key.
  private boolean exportedFrom(Question current, ListItem item) {
    Metadata metadata = item.read().metadata();
    return current.content().id().equals(metadata.id())
        && Objects.equals(current.translationKey(), metadata.translationKey(source));
  }

  /// A question that a list gave a key is changed by that list alone: the same wording in somebody
  /// else's list is no correction.
  private boolean ownedElsewhere(Question current) {
    String owner = current.translationKey();
    return owner != null && !owner.startsWith(source + "/") && Pair.parse(owner).isEmpty();
  }

  private static boolean onlyAdds(Question wanted, Question current) {
    StaffMaterial was = current.staff();
    StaffMaterial is = wanted.staff();
    return same(current.content().title(), wanted.content().title())
        && same(current.content().body(), wanted.content().body())
        && (was.reference().isBlank() || was.reference().equals(is.reference()))
        && kept(was.keyPoints(), is.keyPoints())
        && kept(was.hints(), is.hints())
        && kept(was.sources(), is.sources())
        && kept(was.rubric(), is.rubric())
        && kept(was.followUps(), is.followUps());
  }

  private static boolean same(String one, String other) {
    return Similarity.bare(one).equals(Similarity.bare(other));
  }

  private static boolean kept(List<?> was, List<?> is) {
    return was.isEmpty() || was.equals(is);
  }
}
