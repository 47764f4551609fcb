package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionHistory;
import dev.mockingbird.search.bank.importing.ImportPlan.Publication;
import dev.mockingbird.search.bank.importing.ImportPlan.Retirement;
import dev.mockingbird.search.bank.reading.ImportWarning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides what each item of an upload is to the bank.
///
/// First which question it is: by its name or its words ([Grouping]), else by its place
/// ([Rewordings]). Then what becomes of that ([ThreeSides]).
final class ImportDecider {

  private final Known known;
  private final Grouping grouping;
  private final Rewordings rewordings;
  private final ThreeSides threeSides;
  private final Set<String> toRetire;
  private final Set<String> present = new HashSet<>();
  private final Set<String> claimed = new HashSet<>();

  private ImportDecider(String source, List<ListItem> items, List<String> retire, Known known) {
    this.known = known;
    this.grouping = Grouping.of(source, items, known);
    this.rewordings = new Rewordings(source, known);
    this.threeSides = new ThreeSides(source, known);
    this.toRetire = Set.copyOf(retire);
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
    List<Group> groups = grouping.inOrder();
    groups.forEach(it -> present.add(it.question()));
    rewordings
        .among(groups)
        .forEach(
            (group, id) -> {
              group.place(id);
              present.add(id);
            });
    List<ImportPlan.Item> planned = new ArrayList<>();
    List<ImportPlan.Place> order = new ArrayList<>();
    for (ListItem item : grouping.items()) {
      planned.add(planned(item, order));
    }
    List<Question> missing = missing();
    return new ImportPlan(planned, missing, order, retirements(missing));
  }

  private ImportPlan.Item planned(ListItem item, List<ImportPlan.Place> order) {
    Group group = grouping.of(item);
    if (!item.choice().included()) {
      return left(item, group, order);
    }
    if (group == null) {
      return nothing(item, Outcome.REQUIREMENT, null);
    }
    return group.first() == item
        ? question(item, group, order)
        : nothing(item, Outcome.DUPLICATE, group.question());
  }

  /// It keeps its place in the list, with what the list said of it before.
  private ImportPlan.Item left(ListItem item, @Nullable Group group, List<ImportPlan.Place> order) {
    String id = group == null ? null : group.id();
    if (id != null && !grouping.takes(id)) {
      known.said(id).ifPresent(it -> order.add(new ImportPlan.Place(id, it)));
    }
    return nothing(item, Outcome.LEFT, null);
  }

  private ImportPlan.Item nothing(ListItem item, Outcome outcome, @Nullable String id) {
    return new ImportPlan.Item(
        item, item.item(), outcome, id, null, null, grouping.repetitions(item));
  }

  private ImportPlan.Item question(ListItem item, Group group, List<ImportPlan.Place> order) {
    ThreeSides.Verdict verdict = threeSides.of(group);
    boolean fits = verdict.outcome() != Outcome.TOO_LONG;
    if (fits) {
      order.add(new ImportPlan.Place(group.question(), verdict.said()));
    }
    return new ImportPlan.Item(
        item,
        verdict.taken(),
        verdict.outcome(),
        fits ? group.question() : null,
        fits ? verdict.before() : null,
        verdict.outcome().writes() ? publication(verdict.wanted(), item) : null,
        warnings(item, verdict.because()));
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

  private List<ImportWarning> warnings(ListItem item, ImportWarning.@Nullable Code because) {
    return Stream.concat(
            Stream.ofNullable(because).map(code -> ImportWarning.of(item.line(), code)),
            grouping.repetitions(item).stream())
        .toList();
  }

  /// What the list no longer holds.
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
