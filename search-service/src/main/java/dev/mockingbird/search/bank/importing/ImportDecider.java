package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.Questions;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.Pair;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionHistory;
import dev.mockingbird.search.bank.QuestionState;
import dev.mockingbird.search.bank.Similarity;
import dev.mockingbird.search.bank.importing.ImportPlan.Publication;
import dev.mockingbird.search.bank.importing.ImportPlan.Retirement;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides what each item of an upload is to the bank.
///
/// First which question it is: by an exported id, by its key, by its wording, and else by its place
/// in the list's last import. Then what becomes of it, from three sides: what the list says now,
/// what it said the last time, and what the bank has.
final class ImportDecider {

  private static final int LONGEST_TITLE = 2_000;

  private final String source;
  private final Known known;
  private final Grouping grouping;
  private final Set<String> toRetire;
  private final Set<String> present = new HashSet<>();
  private final Set<String> claimed = new HashSet<>();

  private ImportDecider(String source, List<ListItem> items, List<String> retire, Known known) {
    this.source = source;
    this.toRetire = Set.copyOf(retire);
    this.known = known;
    this.grouping = Grouping.of(source, items, known);
  }

  /// @param retire questions to be retired if the list does not hold them any more
  static ImportPlan decide(String source, List<ListItem> items, List<String> retire, Known known) {
    return new ImportDecider(source, items, retire, known).plan();
  }

  /// Ids of questions that the upload may be about; the bank is asked for them first.
  static Stream<String> touched(List<ListItem> items, Map<String, String> holders) {
    return items.stream()
        .filter(ListItem::isQuestion)
        .flatMap(
            item ->
                Stream.of(
                        item.choice().isNew()
                            ? item.newIds()
                            : Stream.concat(
                                item.likelyIds(), Stream.ofNullable(item.choice().match())),
                        item.identities().flatMap(it -> held(it, holders)))
                    .flatMap(ids -> ids));
  }

  /// Whether the list's last import made questions of parts of it: one that is still worded so
  /// tells of all.
  static Predicate<List<ListItem>> splitBefore(Map<String, String> holders, Imports.Source before) {
    Set<String> stood = new HashSet<>(before.order());
    return parts ->
        parts.stream()
            .anyMatch(
                part ->
                    Optional.ofNullable(holders.get(part.readIdentity().text()))
                        .filter(stood::contains)
                        .flatMap(before::said)
                        .map(Said::part)
                        .filter(it -> it.equals(part.part()))
                        .isPresent());
  }

  static Stream<String> identities(List<ListItem> items) {
    return items.stream()
        .filter(ListItem::isQuestion)
        .flatMap(ListItem::identities)
        .flatMap(ImportDecider::fields);
  }

  private static Stream<String> held(Identity identity, Map<String, String> holders) {
    return fields(identity).flatMap(field -> Stream.ofNullable(holders.get(field)));
  }

  private static Stream<String> fields(Identity identity) {
    return Stream.concat(Stream.ofNullable(identity.key()), Stream.of(identity.text()));
  }

  private ImportPlan plan() {
    place();
    List<ImportPlan.Item> planned = new ArrayList<>();
    List<ImportPlan.Place> order = new ArrayList<>();
    for (ListItem item : grouping.items()) {
      planned.add(planned(item, order));
    }
    List<Question> missing = missing();
    return new ImportPlan(planned, missing, order, retirements(missing));
  }

  /// What the bank does not know by name or words may be what stood at its place.
  private void place() {
    List<Group> inOrder = grouping.inOrder();
    inOrder.forEach(it -> present.add(it.question()));
    List<Places.Now> now =
        inOrder.stream()
            .map(it -> new Places.Now(it.id(), it.id() == null && movable(it) ? wording(it) : null))
            .toList();
    List<Places.Before> before =
        known.source().order().stream()
            .map(id -> new Places.Before(id, present.contains(id) ? null : rewordable(id)))
            .toList();
    Places.match(now, before)
        .forEach(
            (index, id) -> {
              inOrder.get(index).place(id);
              present.add(id);
            });
  }

  /// A new key names a new question.
  private boolean movable(Group group) {
    ListItem first = group.first();
    return !first.choice().isNew() && first.read().metadata().key() == null;
  }

  /// What a list names by a key it may reword as it likes; another wording is another question.
  private @Nullable Wording rewordable(String id) {
    return known
        .current(id)
        .filter(it -> it.translationKey() == null || !it.translationKey().startsWith(source + "/"))
        .map(Wording::of)
        .orElse(null);
  }

  private static Wording wording(Group group) {
    return Wording.of(group.first().read());
  }

  // What becomes of it

  private ImportPlan.Item planned(ListItem item, List<ImportPlan.Place> order) {
    Group group = grouping.of(item);
    if (!item.choice().included()) {
      return left(item, group, order);
    }
    if (group == null) {
      return without(item, item.item(), Outcome.REQUIREMENT, null, null, List.of());
    }
    if (group.first() != item) {
      return without(
          item,
          item.item(),
          Outcome.DUPLICATE,
          group.question(),
          null,
          warnings(item, repeated(item, group)));
    }
    return question(item, group, order);
  }

  /// It keeps its place in the list, with what the list said of it before.
  private ImportPlan.Item left(ListItem item, @Nullable Group group, List<ImportPlan.Place> order) {
    String id = group == null ? null : group.id();
    if (id != null && !grouping.takes(id)) {
      known.said(id).ifPresent(it -> order.add(new ImportPlan.Place(id, it)));
    }
    return without(item, item.item(), Outcome.LEFT, null, null, List.of());
  }

  private ImportPlan.Item question(ListItem item, Group group, List<ImportPlan.Place> order) {
    String id = group.question();
    QuestionState state = known.state(id);
    Question current = state.current().orElse(null);
    Said said = Said.of(question(id, group.united(ListItem::read, current), null)).within(group);
    Decided decided = decided(id, group, current, said);
    if (tooLong(decided.wanted())) {
      return without(
          item,
          decided.taken(),
          Outcome.TOO_LONG,
          null,
          null,
          warnings(item, ImportWarning.Code.QUESTION_TOO_LONG));
    }
    order.add(new ImportPlan.Place(id, said));
    if (current == null && tookOut(state)) {
      return without(
          item,
          decided.taken(),
          Outcome.KNOWN,
          id,
          null,
          warnings(item, ImportWarning.Code.RETIRED_QUESTION));
    }
    return switch (decided.outcome()) {
      case ADDED, CHANGED, PROPOSED ->
          new ImportPlan.Item(
              item,
              decided.taken(),
              decided.outcome(),
              id,
              current,
              publication(decided.wanted(), item),
              warnings(item));
      case KNOWN ->
          without(
              item,
              decided.taken(),
              Outcome.KNOWN,
              id,
              current,
              warnings(item, ImportWarning.Code.KNOWN_QUESTION));
      case CONFLICT ->
          without(
              item,
              decided.taken(),
              Outcome.CONFLICT,
              id,
              current,
              warnings(item, ImportWarning.Code.CHANGED_IN_BOTH));
      case UNCHANGED, DUPLICATE, REQUIREMENT, LEFT, TOO_LONG ->
          without(item, decided.taken(), decided.outcome(), id, current, warnings(item));
    };
  }

  /// @param taken as [ImportPlan.Item#taken]
  private record Decided(Outcome outcome, ReadItem taken, Question wanted) {}

  /// What a person writes here goes over the file's words where those are taken, else over the
  /// bank's: it tells nothing about the rest.
  private Decided decided(String id, Group group, @Nullable Question current, Said says) {
    ListItem first = group.first();
    ReadItem taken = group.united(ListItem::item, current);
    ItemEdit edit = first.edit(known.said(id)).orElse(null);
    Question written = wanted(id, taken, current, edit);
    if (current == null) {
      return new Decided(Outcome.ADDED, taken, written);
    }
    if (edit == null) {
      return new Decided(compared(current, written, group, says), taken, written);
    }
    Question read = wanted(id, group.united(ListItem::read, current), current, null);
    Outcome unwritten = compared(current, read, group, says);
    Outcome change = change(group);
    if (unwritten == change || first.choice().takesFile()) {
      return new Decided(written.says(current) ? Outcome.UNCHANGED : change, taken, written);
    }
    ReadItem over = edit.over(asRead(current, first.read()));
    Question corrected = question(id, over, current);
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

  /// Somebody retired it for a reason that lies outside its list, or nothing of it may come back.
  private static boolean tookOut(QuestionState state) {
    return state.purged() || (state.retired() != null && state.retired().batch() == null);
  }

  private static Outcome change(Group group) {
    return group.byPlace() && group.first().choice().match() == null
        ? Outcome.PROPOSED
        : Outcome.CHANGED;
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
          : untouched(before.get(), current) ? change : Outcome.CONFLICT;
    }
    if (ownedElsewhere(current) && !exportedFrom(current, group.first())) {
      return Outcome.KNOWN;
    }
    return onlyAdds(wanted, current) ? change : Outcome.CONFLICT;
  }

  /// An export speaks of the very question, whoever gave it its key.
  private boolean exportedFrom(Question current, ListItem item) {
    Metadata metadata = item.read().metadata();
    return current.content().id().equals(metadata.id())
        && Objects.equals(current.translationKey(), metadata.translationKey(source));
  }

  /// Nobody has changed it in the bank since the list brought it.
  private boolean untouched(Said before, Question current) {
    boolean brought =
        known.source().broughtLast(known.question(current.content().id())) && !before.edited();
    return brought || before.sameAs(Said.of(current));
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

  /// No list takes away what it does not speak of; a list that never had the question files it
  /// nowhere.
  private Question wanted(
      String id, ReadItem taken, @Nullable Question current, @Nullable ItemEdit edit) {
    Question says = question(id, taken, current);
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
    boolean all =
        edit != null || known.said(is.id()).filter(it -> untouched(it, current)).isPresent();
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

  private Question question(String id, ReadItem item, @Nullable Question current) {
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

  private static boolean tooLong(Question question) {
    return question.content().title().length() > LONGEST_TITLE
        || Questions.length(question.content(), question.staff()) > Questions.LONGEST;
  }

  private Publication publication(Question wanted, ListItem item) {
    String id = wanted.content().id();
    QuestionHistory history = known.question(id).history();
    return new Publication(
        wanted, history.facts().isEmpty(), history.guard(), known.changes(id), claims(item, id));
  }

  /// By what it says and by what its file says, so that the same bytes find it again. What another
  /// question holds stays with it.
  private List<String> claims(ListItem item, String id) {
    return Stream.concat(Stream.of(item.identity()), item.identities())
        .flatMap(ImportDecider::fields)
        .distinct()
        .filter(field -> known.holders().getOrDefault(field, id).equals(id))
        .filter(claimed::add)
        .toList();
  }

  private static List<ImportWarning> repeated(ListItem item, Group group) {
    ImportWarning duplicate =
        ImportWarning.of(
            item.line(), ImportWarning.Code.DUPLICATE_QUESTION, where(item, group.first()));
    return group.answersOtherwise(item)
        ? List.of(
            duplicate,
            ImportWarning.of(
                item.line(),
                ImportWarning.Code.DUPLICATE_ANSWERED_OTHERWISE,
                where(item, group.first())))
        : List.of(duplicate);
  }

  private static String where(ListItem item, ListItem other) {
    return item.file().equals(other.file())
        ? Integer.toString(other.line())
        : other.file() + ":" + other.line();
  }

  private List<ImportWarning> warnings(ListItem item, ImportWarning.Code... codes) {
    return warnings(
        item, Stream.of(codes).map(code -> ImportWarning.of(item.line(), code)).toList());
  }

  private List<ImportWarning> warnings(ListItem item, List<ImportWarning> own) {
    ListItem namesake = grouping.namesake(item);
    return namesake == null
        ? own
        : Stream.concat(
                own.stream(),
                Stream.of(
                    ImportWarning.of(
                        item.line(), ImportWarning.Code.DUPLICATE_KEY, where(item, namesake))))
            .toList();
  }

  private static ImportPlan.Item without(
      ListItem item,
      ReadItem taken,
      Outcome outcome,
      @Nullable String id,
      @Nullable Question before,
      List<ImportWarning> warnings) {
    return new ImportPlan.Item(item, taken, outcome, id, before, null, warnings);
  }

  // What the list no longer holds

  private List<Question> missing() {
    return known.source().questions().stream()
        .filter(id -> !present.contains(id))
        .flatMap(id -> known.current(id).stream())
        .toList();
  }

  private List<Retirement> retirements(List<Question> missing) {
    return missing.stream()
        .map(it -> it.content().id())
        .filter(toRetire::contains)
        .map(id -> new Retirement(id, known.question(id).history().guard(), known.changes(id)))
        .toList();
  }
}
