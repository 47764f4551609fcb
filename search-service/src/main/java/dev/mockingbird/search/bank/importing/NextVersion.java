package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The version of a question that an item of a list makes.
final class NextVersion {

  private final String source;
  private final Known known;

  NextVersion(String source, Known known) {
    this.source = source;
    this.known = known;
  }

  /// What the item says and nothing else.
  ///
  /// @param current whose source it keeps
  Question of(String id, ReadItem item, @Nullable Question current) {
    Metadata metadata = item.metadata();
    String from = current == null ? null : current.filing().source();
    return new Question(
        new QuestionSnapshot(
            id,
            known.question(id).history().versions() + 1,
            metadata.language(),
            item.topic(),
            item.title(),
            item.body(),
            metadata.difficulty(),
            metadata.minutes(),
            metadata.tags()),
        item.staff(),
        new Filing(
            item.furtherTopics(),
            from != null ? from : metadata.source() != null ? metadata.source() : source,
            metadata.translationKey(source)));
  }

  /// No list takes away what it does not speak of; a list that never had the question files it
  /// nowhere.
  Question over(String id, ReadItem taken, @Nullable Question current, @Nullable ItemEdit edit) {
    Question says = of(id, taken, current);
    if (current == null) {
      return says;
    }
    return new Question(
        filed(says, current, edit),
        filled(says.staff(), current.staff(), edit),
        new Filing(
            foreign(id, edit) ? current.filing().furtherTopics() : says.filing().furtherTopics(),
            says.filing().source(),
            says.filing().translationKey() == null
                ? current.translationKey()
                : says.filing().translationKey()));
  }

  /// The list never had this question, so where it is filed is not for it to say.
  private boolean foreign(String id, @Nullable ItemEdit edit) {
    return edit == null && known.said(id).isEmpty();
  }

  private QuestionSnapshot filed(Question says, Question current, @Nullable ItemEdit edit) {
    QuestionSnapshot is = says.content();
    QuestionSnapshot was = current.content();
    boolean foreign = foreign(is.id(), edit);
    boolean all = edit != null || known.untouched(current);
    Metadata unsaid = Metadata.none(is.language());
    return new QuestionSnapshot(
        is.id(),
        is.version(),
        is.language(),
        !foreign && (all || !is.topic().isEmpty()) ? is.topic() : was.topic(),
        is.title(),
        is.body(),
        !foreign && (all || is.difficulty() != unsaid.difficulty())
            ? is.difficulty()
            : was.difficulty(),
        !foreign && (all || is.minutes() != unsaid.minutes()) ? is.minutes() : was.minutes(),
        !foreign && (all || !is.tags().isEmpty()) ? is.tags() : was.tags());
  }

  private static StaffMaterial filled(
      StaffMaterial says, StaffMaterial was, @Nullable ItemEdit edit) {
    return new StaffMaterial(
        says.reference().isBlank() && (edit == null || edit.reference() == null)
            ? was.reference()
            : says.reference(),
        or(says.keyPoints(), was.keyPoints(), edit == null ? null : edit.keyPoints()),
        or(says.hints(), was.hints(), edit == null ? null : edit.hints()),
        or(says.sources(), was.sources(), edit == null ? null : edit.sources()),
        or(says.rubric(), was.rubric(), edit == null ? null : edit.rubric()),
        or(says.followUps(), was.followUps(), edit == null ? null : edit.followUps()));
  }

  private static <T> List<T> or(List<T> says, List<T> was, @Nullable List<T> edited) {
    return says.isEmpty() && edited == null ? was : says;
  }
}
