package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.QuestionFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds which question each item of an upload is, by what names it or by its words, and unites
/// those that are the same one.
final class Grouping {

  private final String source;
  private final Known known;
  private final List<ListItem> items = new ArrayList<>();
  private final Map<ListItem, Group> groups = new IdentityHashMap<>();
  private final Map<ListItem, ListItem> namesakes = new IdentityHashMap<>();
  private final Map<String, Group> byText = new HashMap<>();
  private final Map<String, Group> byQuestion = new HashMap<>();

  private Grouping(String source, Known known) {
    this.source = source;
    this.known = known;
  }

  static Grouping of(String source, List<ListItem> items, Known known) {
    Grouping grouping = new Grouping(source, known);
    items.forEach(grouping::add);
    return grouping;
  }

  /// In their order; an item whose name is another's has none any more.
  List<ListItem> items() {
    return items;
  }

  /// Absent for what asks nothing. What a person left out is a group of its own.
  @Nullable Group of(ListItem item) {
    return groups.get(item);
  }

  /// Groups of what asks, in their order.
  List<Group> inOrder() {
    return items.stream().map(groups::get).filter(Objects::nonNull).distinct().toList();
  }

  /// Whether something that is taken is this question.
  boolean takes(String question) {
    return byQuestion.containsKey(question);
  }

  /// Another item that has the item's key or id by right.
  @Nullable ListItem namesake(ListItem item) {
    return namesakes.get(item);
  }

  private void add(ListItem item) {
    if (!item.isQuestion()) {
      items.add(item);
      return;
    }
    if (!item.choice().included()) {
      items.add(item);
      Group left = new Group(existing(item), item.identity().newId());
      left.add(item);
      groups.put(item, left);
      return;
    }
    if (item.choice().isNew() && named(item) != null) {
      join(item.unnamed(source));
      return;
    }
    Group namesake = namesake(item, named(item));
    if (namesake == null) {
      join(item);
      return;
    }
    ListItem unnamed = item.unnamed(source);
    namesakes.put(unnamed, namesake.first());
    join(unnamed);
  }

  private void join(ListItem item) {
    Group group = group(item);
    group.add(item);
    items.add(item);
    groups.put(item, group);
    byText.putIfAbsent(item.identity().text(), group);
    byQuestion.putIfAbsent(group.question(), group);
  }

  private Group group(ListItem item) {
    String id = told(item);
    if (id == null && !item.choice().isNew()) {
      id = named(item);
    }
    if (id == null) {
      Group same = byText.get(item.identity().text());
      if (same != null) {
        return same;
      }
      id = item.choice().isNew() ? null : heldByWords(item);
    }
    if (id == null) {
      String newId = newId(item);
      boolean exists = known.state(newId).last() != null;
      return new Group(exists ? newId : null, newId);
    }
    Group same = byQuestion.get(id);
    return same == null ? new Group(id, id) : same;
  }

  /// The group that this item's name stands for, if what it says is something else.
  ///
  /// @param named the question of the bank that has the name
  private @Nullable Group namesake(ListItem item, @Nullable String named) {
    if (told(item) != null || !item.named()) {
      return null;
    }
    Group group = byQuestion.get(named == null ? item.newIds().findFirst().orElseThrow() : named);
    return group == null || item.identities().map(Identity::text).anyMatch(group::says)
        ? null
        : group;
  }

  private @Nullable String existing(ListItem item) {
    String told = told(item);
    String named = told == null ? named(item) : told;
    return named == null ? heldByWords(item) : named;
  }

  private @Nullable String told(ListItem item) {
    String match = item.choice().match();
    return match != null && !item.choice().isNew() && known.state(match).last() != null
        ? match
        : null;
  }

  /// By the word of an export, or of the list itself.
  private @Nullable String named(ListItem item) {
    String exported = item.read().metadata().id();
    if (exported != null && known.state(exported).last() != null) {
      return exported;
    }
    String key = item.identity().key();
    return key == null ? null : known.holders().get(key);
  }

  private @Nullable String heldByWords(ListItem item) {
    return item.identities()
        .map(Identity::text)
        .flatMap(text -> Stream.ofNullable(known.holders().get(text)).filter(id -> says(id, text)))
        .findFirst()
        .orElse(null);
  }

  /// Words that a question has of an import alone that never took effect are nobody's.
  private boolean says(String id, String text) {
    BankReader.Known question = known.question(id);
    List<QuestionFact> counting = question.history().counting(question.applied());
    List<QuestionFact> all = question.history().facts();
    return counting.size() == all.size()
        || counting.stream().anyMatch(says(text))
        || all.stream().noneMatch(says(text));
  }

  private static Predicate<QuestionFact> says(String text) {
    return fact ->
        fact.event() instanceof BankEvent.QuestionPublished it
            && Identity.text(it.content().language(), it.content().title(), it.content().body())
                .equals(text);
  }

  /// What a person calls new is no question that there is.
  private String newId(ListItem item) {
    return item.newIds()
        .filter(id -> !byQuestion.containsKey(id))
        .filter(id -> !item.choice().isNew() || known.state(id).last() == null)
        .findFirst()
        .orElseThrow(() -> ImportProblems.askedTooOften(item.key()));
  }
}
