package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.Questions;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionHistory;
import dev.mockingbird.search.bank.QuestionState;
import dev.mockingbird.search.bank.importing.ImportPlan.Publication;
import dev.mockingbird.search.bank.importing.ImportPlan.Retirement;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
  private final List<ListItem> items;
  private final Set<String> toRetire;
  private final Map<ListItem, Group> groups = new IdentityHashMap<>();
  private final Set<String> present = new HashSet<>();
  private final Set<String> claimed = new HashSet<>();

  private ImportDecider(String source, List<ListItem> items, List<String> retire, Known known) {
    this.source = source;
    this.items = items;
    this.toRetire = Set.copyOf(retire);
    this.known = known;
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
            item -> {
              Identity identity = item.identity();
              return Stream.of(
                      Optional.ofNullable(item.choice().isNew() ? null : item.choice().match()),
                      Optional.ofNullable(item.read().metadata().id()),
                      Optional.ofNullable(held(identity, holders)),
                      Optional.ofNullable(held(item.readIdentity(), holders)),
                      Optional.of(newId(item, identity)))
                  .flatMap(Optional::stream);
            });
  }

  /// Whether the list's last import made a question of each part.
  static Predicate<List<ListItem>> splitBefore(Map<String, String> holders, Imports.Source before) {
    Set<String> stood = new HashSet<>(before.order());
    return parts ->
        parts.stream()
            .map(part -> holders.get(part.identity().text()))
            .allMatch(id -> id != null && stood.contains(id));
  }

  static Stream<String> identities(List<ListItem> items) {
    return items.stream()
        .filter(ListItem::isQuestion)
        .flatMap(item -> Stream.of(item.identity(), item.readIdentity()))
        .flatMap(it -> Stream.concat(Stream.ofNullable(it.key()), Stream.of(it.text())));
  }

  private ImportPlan plan() {
    group();
    place();
    List<ImportPlan.Item> planned = new ArrayList<>();
    List<ImportPlan.Place> order = new ArrayList<>();
    for (ListItem item : items) {
      planned.add(planned(item, order));
    }
    List<Question> missing = missing();
    return new ImportPlan(planned, missing, order, retirements(missing));
  }

  // Which question it is

  private void group() {
    Map<String, Group> byText = new HashMap<>();
    Map<String, Group> byId = new HashMap<>();
    for (ListItem item : items) {
      if (!item.isQuestion()) {
        continue;
      }
      Identity identity = item.identity();
      String id = named(item, identity);
      if (!item.choice().included()) {
        String held = id == null ? heldByWords(item, identity) : id;
        if (held != null) {
          present.add(held);
        }
        continue;
      }
      Group group = id == null ? byText.get(identity.text()) : byId.get(id);
      if (group == null && id == null) {
        id = heldByWords(item, identity);
        group = id == null ? null : byId.get(id);
      }
      if (group == null) {
        group = new Group(id);
      }
      group.add(item);
      groups.put(item, group);
      byText.putIfAbsent(identity.text(), group);
      if (id != null) {
        byId.putIfAbsent(id, group);
        present.add(id);
      }
    }
  }

  /// By the word of a person, of an export, or of the list itself.
  private @Nullable String named(ListItem item, Identity identity) {
    String match = item.choice().match();
    if (match != null && !item.choice().isNew() && known.state(match).last() != null) {
      return match;
    }
    String exported = item.read().metadata().id();
    if (exported != null && known.state(exported).last() != null) {
      return exported;
    }
    return identity.key() == null ? null : known.holders().get(identity.key());
  }

  private @Nullable String heldByWords(ListItem item, Identity identity) {
    String held = known.holders().get(item.readIdentity().text());
    return held != null ? held : known.holders().get(identity.text());
  }

  private static @Nullable String held(Identity identity, Map<String, String> holders) {
    String byKey = identity.key() == null ? null : holders.get(identity.key());
    return byKey != null ? byKey : holders.get(identity.text());
  }

  private static String newId(ListItem item, Identity identity) {
    String exported = item.read().metadata().id();
    return exported != null ? exported : identity.newId();
  }

  private void place() {
    List<Group> inOrder =
        items.stream().map(groups::get).filter(Objects::nonNull).distinct().toList();
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
        .filter(it -> it.translationKey() == null || ownedElsewhere(it))
        .map(Wording::of)
        .orElse(null);
  }

  private static Wording wording(Group group) {
    return Wording.of(group.first().read());
  }

  // What becomes of it

  private ImportPlan.Item planned(ListItem item, List<ImportPlan.Place> order) {
    if (!item.choice().included()) {
      String id = item.isQuestion() ? heldByWords(item, item.identity()) : null;
      Optional<Said> said = id == null ? Optional.empty() : known.said(id);
      said.ifPresent(it -> order.add(new ImportPlan.Place(Objects.requireNonNull(id), it)));
      return without(item, item.item(), Outcome.LEFT, null, null);
    }
    Group group = groups.get(item);
    if (group == null) {
      return without(item, item.item(), Outcome.REQUIREMENT, null, null);
    }
    if (group.first() != item) {
      return without(item, item.item(), Outcome.DUPLICATE, group.id(), null, repeated(item, group));
    }
    return question(item, group, order);
  }

  private ImportPlan.Item question(ListItem item, Group group, List<ImportPlan.Place> order) {
    String id = group.id() == null ? newId(item, item.identity()) : group.id();
    QuestionState state = known.state(id);
    Question current = state.current().orElse(null);
    ReadItem taken = group.united(ListItem::item, current);
    Question wanted = wanted(id, taken, current, group);
    Said says = Said.of(question(id, group.united(ListItem::read, current), null));
    Said said = group.edited() ? says.withEdits() : says;
    if (tooLong(wanted)) {
      return without(
          item,
          taken,
          Outcome.TOO_LONG,
          null,
          null,
          ImportWarning.of(item.line(), ImportWarning.Code.QUESTION_TOO_LONG));
    }
    order.add(new ImportPlan.Place(id, said));
    if (current == null && tookOut(state)) {
      return without(
          item,
          taken,
          Outcome.KNOWN,
          id,
          null,
          ImportWarning.of(item.line(), ImportWarning.Code.RETIRED_QUESTION));
    }
    Outcome outcome = current == null ? Outcome.ADDED : compared(current, wanted, group, says);
    return switch (outcome) {
      case ADDED, CHANGED, PROPOSED ->
          new ImportPlan.Item(
              item, taken, outcome, id, current, publication(wanted, item), List.of());
      case KNOWN ->
          without(
              item,
              taken,
              outcome,
              id,
              current,
              ImportWarning.of(item.line(), ImportWarning.Code.KNOWN_QUESTION));
      case UNCHANGED, CONFLICT, DUPLICATE, REQUIREMENT, LEFT, TOO_LONG ->
          without(item, taken, outcome, id, current);
    };
  }

  /// Somebody retired it for a reason that lies outside its list, or nothing of it may come back.
  private static boolean tookOut(QuestionState state) {
    return state.purged() || (state.retired() != null && state.retired().batch() == null);
  }

  private Outcome compared(Question current, Question wanted, Group group, Said says) {
    String id = current.content().id();
    ListItem first = group.first();
    Optional<Said> before = known.said(id);
    Outcome change =
        group.byPlace() && first.choice().match() == null ? Outcome.PROPOSED : Outcome.CHANGED;
    if (wanted.says(current)) {
      boolean saysAsMuch = before.isPresent() || says.sameAs(Said.of(current));
      return saysAsMuch ? Outcome.UNCHANGED : Outcome.KNOWN;
    }
    if (group.told() || first.choice().takesFile()) {
      return change;
    }
    if (before.isPresent()) {
      return says.sameAs(before.get())
          ? Outcome.UNCHANGED
          : untouched(before.get(), current) ? change : Outcome.CONFLICT;
    }
    if (ownedElsewhere(current)) {
      return Outcome.KNOWN;
    }
    return onlyAdds(wanted, current) ? change : Outcome.CONFLICT;
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
    return owner != null && !owner.startsWith(source + "/");
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
  private Question wanted(String id, ReadItem taken, @Nullable Question current, Group group) {
    Question says = question(id, taken, current);
    if (current == null) {
      return says;
    }
    ItemEdit edit = group.first().choice().edit();
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
    return Stream.of(item.identity(), item.readIdentity())
        .flatMap(it -> Stream.concat(Stream.ofNullable(it.key()), Stream.of(it.text())))
        .distinct()
        .filter(field -> known.holders().getOrDefault(field, id).equals(id))
        .filter(claimed::add)
        .toList();
  }

  private static ImportWarning[] repeated(ListItem item, Group group) {
    String where =
        item.file().equals(group.first().file())
            ? Integer.toString(group.first().line())
            : group.first().file() + ":" + group.first().line();
    ImportWarning duplicate =
        ImportWarning.of(item.line(), ImportWarning.Code.DUPLICATE_QUESTION, where);
    return group.answersOtherwise(item)
        ? new ImportWarning[] {
          duplicate,
          ImportWarning.of(item.line(), ImportWarning.Code.DUPLICATE_ANSWERED_OTHERWISE, where)
        }
        : new ImportWarning[] {duplicate};
  }

  private static ImportPlan.Item without(
      ListItem item,
      ReadItem taken,
      Outcome outcome,
      @Nullable String id,
      @Nullable Question before,
      ImportWarning... warnings) {
    return new ImportPlan.Item(item, taken, outcome, id, before, null, List.of(warnings));
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
