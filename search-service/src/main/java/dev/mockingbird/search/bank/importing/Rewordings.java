package dev.mockingbird.search.bank.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the bank does not know by name or words may be what stood at its place in the list's last
/// import, in other words.
///
/// @param source name of the list
record Rewordings(String source, Known known) {

  /// @param groups of an upload, in their order
  /// @return the question that each of them is that is one in other words
  Map<Group, String> among(List<Group> groups) {
    if (known.source().order().isEmpty()) {
      return Map.of();
    }
    Set<String> present = groups.stream().map(Group::question).collect(Collectors.toSet());
    List<Places.Now> now =
        groups.stream()
            .map(it -> new Places.Now(it.id(), it.id() == null && movable(it) ? wording(it) : null))
            .toList();
    List<Places.Before> before =
        known.source().order().stream()
            .map(id -> new Places.Before(id, present.contains(id) ? null : rewordable(id)))
            .toList();
    Map<Group, String> reworded = new LinkedHashMap<>();
    Places.match(now, before).forEach((index, id) -> reworded.put(groups.get(index), id));
    return reworded;
  }

  /// A new key names a new question.
  private static boolean movable(Group group) {
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
}
