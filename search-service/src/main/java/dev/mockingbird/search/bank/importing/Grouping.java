package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.reading.ImportWarning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds which question each item of an upload is, by what names it or by its words, and unites
/// those that are the same one.
final class Grouping {

  private final String source;
  private final Known known;
  private final Recognition bank;
  private final List<ListItem> items = new ArrayList<>();
  private final Map<ListItem, Group> groups = new IdentityHashMap<>();
  private final Map<ListItem, ListItem> namesakes = new IdentityHashMap<>();
  private final Map<String, Group> byText = new HashMap<>();
  private final Map<String, Group> byQuestion = new HashMap<>();

  private Grouping(String source, Known known) {
    this.source = source;
    this.known = known;
    this.bank = new Recognition(known);
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

  /// What it says, or the name that it has, stands elsewhere in the upload.
  List<ImportWarning> repetitions(ListItem item) {
    List<ImportWarning> warnings = new ArrayList<>();
    Group group = groups.get(item);
    if (group != null && group.first() != item) {
      warnings.add(warning(item, ImportWarning.Code.DUPLICATE_QUESTION, group.first()));
      if (group.answersOtherwise(item)) {
        warnings.add(warning(item, ImportWarning.Code.DUPLICATE_ANSWERED_OTHERWISE, group.first()));
      }
    }
    ListItem namesake = namesakes.get(item);
    if (namesake != null) {
      warnings.add(warning(item, ImportWarning.Code.DUPLICATE_KEY, namesake));
    }
    return warnings;
  }

  private static ImportWarning warning(ListItem item, ImportWarning.Code code, ListItem other) {
    String line = Integer.toString(other.line());
    return ImportWarning.of(
        item.line(), code, item.file().equals(other.file()) ? line : other.file() + ":" + line);
  }

  private void add(ListItem item) {
    if (!item.isQuestion()) {
      items.add(item);
      return;
    }
    if (!item.choice().included()) {
      items.add(item);
      Group left = new Group(bank.any(item), item.identity().newId());
      left.add(item);
      groups.put(item, left);
      return;
    }
    if (item.choice().isNew() && bank.named(item) != null) {
      join(item.unnamed(source));
      return;
    }
    Group namesake = namesake(item, bank.named(item));
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
    String id = bank.told(item);
    if (id == null && !item.choice().isNew()) {
      id = bank.named(item);
    }
    if (id == null) {
      Group same = byText.get(item.identity().text());
      if (same != null) {
        return same;
      }
      id = item.choice().isNew() ? null : bank.heldByWords(item);
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
    if (bank.told(item) != null || !item.named()) {
      return null;
    }
    Group group = byQuestion.get(named == null ? item.newIds().findFirst().orElseThrow() : named);
    return group == null || item.identities().map(Identity::text).anyMatch(group::says)
        ? null
        : group;
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
