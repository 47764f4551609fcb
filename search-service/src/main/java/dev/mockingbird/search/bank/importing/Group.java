package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an upload says more than once, as the one question that it is: the topics and tags of all,
/// the answer of the first that has one.
final class Group {

  private final List<ListItem> members = new ArrayList<>();
  private final String newId;
  private @Nullable String id;
  private boolean byPlace;

  /// @param id of the question that it matches exactly, absent when it matches none
  /// @param newId which it gets when it is a new question
  Group(@Nullable String id, String newId) {
    this.id = id;
    this.newId = newId;
  }

  void add(ListItem item) {
    members.add(item);
  }

  /// It stands where that question stood.
  void place(String question) {
    id = question;
    byPlace = true;
  }

  @Nullable String id() {
    return id;
  }

  /// Of the question that it is or becomes.
  String question() {
    return id == null ? newId : id;
  }

  boolean byPlace() {
    return byPlace;
  }

  ListItem first() {
    return members.getFirst();
  }

  /// Whether any of it says this, here or in its file.
  boolean says(String text) {
    return members.stream()
        .flatMap(ListItem::identities)
        .anyMatch(identity -> identity.text().equals(text));
  }

  /// It is taken otherwise than its file says it.
  boolean edited() {
    return members.stream().anyMatch(it -> it.choice().edit() != null);
  }

  /// Of which question of its list it is a part, as [Said#part].
  @Nullable String part() {
    return members.stream().flatMap(it -> Stream.ofNullable(it.part())).findFirst().orElse(null);
  }

  /// It has an answer, and not the one that is taken.
  boolean answersOtherwise(ListItem item) {
    return item.item().hasReference()
        && members.stream()
            .map(ListItem::item)
            .filter(ReadItem::hasReference)
            .findFirst()
            .filter(it -> !it.staff().reference().equals(item.item().staff().reference()))
            .isPresent();
  }

  /// @param side what is looked at of each member: what its file says, or what is to be taken
  /// @param current what the bank has. The order in which an upload repeats itself says nothing, so
  ///   that what the bank took before is taken again
  ReadItem united(Function<ListItem, ReadItem> side, @Nullable Question current) {
    ReadItem main = main(side, current);
    if (members.size() == 1) {
      return ordered(main, List.of(main), current);
    }
    return ordered(main, members.stream().map(side).toList(), current);
  }

  private ReadItem main(Function<ListItem, ReadItem> side, @Nullable Question current) {
    if (current != null) {
      for (ListItem member : members) {
        ReadItem it = side.apply(member);
        if (it.title().equals(current.content().title())
            && it.staff().reference().equals(current.staff().reference())) {
          return it;
        }
      }
    }
    return side.apply(first());
  }

  private static ReadItem ordered(ReadItem main, List<ReadItem> all, @Nullable Question current) {
    Set<String> topics = new LinkedHashSet<>(topics(main));
    Set<String> tags = new LinkedHashSet<>(main.metadata().tags());
    for (ReadItem it : all) {
      topics.addAll(topics(it));
      tags.addAll(it.metadata().tags());
    }
    List<String> orderedTopics = List.copyOf(topics);
    List<String> orderedTags = List.copyOf(tags);
    List<String> section = main.section();
    if (current != null) {
      orderedTopics = like(Said.topics(current).toList(), orderedTopics);
      orderedTags = like(current.content().tags(), orderedTags);
    }
    if (!orderedTopics.isEmpty() && !orderedTopics.getFirst().equals(main.topic())) {
      section = List.of(orderedTopics.getFirst());
    }
    return new ReadItem(
        main.key(),
        main.line(),
        main.kind(),
        section,
        main.title(),
        main.body(),
        staff(main, all),
        main.metadata().tagged(orderedTags),
        orderedTopics.stream().skip(1).toList(),
        main.answerLines(),
        main.reason());
  }

  private static List<String> like(List<String> order, List<String> all) {
    return new HashSet<>(order).equals(new HashSet<>(all)) ? order : all;
  }

  private static List<String> topics(ReadItem item) {
    List<String> topics = new ArrayList<>();
    if (!item.topic().isEmpty()) {
      topics.add(item.topic());
    }
    topics.addAll(item.furtherTopics());
    return topics;
  }

  private static StaffMaterial staff(ReadItem main, List<ReadItem> all) {
    if (main.hasReference()) {
      return main.staff();
    }
    StaffMaterial own = main.staff();
    return all.stream()
        .filter(ReadItem::hasReference)
        .findFirst()
        .map(ReadItem::staff)
        .map(
            it ->
                new StaffMaterial(
                    it.reference(),
                    or(own.keyPoints(), it.keyPoints()),
                    or(own.hints(), it.hints()),
                    or(own.sources(), it.sources()),
                    or(own.rubric(), it.rubric()),
                    or(own.followUps(), it.followUps())))
        .orElse(own);
  }

  private static <T> List<T> or(List<T> own, List<T> other) {
    return own.isEmpty() ? other : own;
  }
}
