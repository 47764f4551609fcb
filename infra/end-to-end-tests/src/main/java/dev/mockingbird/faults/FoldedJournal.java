package dev.mockingbird.faults;

import dev.mockingbird.faults.PageRecord.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A journal read from its first line to its last, with everything in it that cannot be right.
final class FoldedJournal {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Where a mark stands.
  record Place(long sequence, String page, String actor) {}

  private final String room;
  private final List<String> violations = new ArrayList<>();
  private final List<String> contents = new ArrayList<>();
  private final List<Integer> forEverybody = new ArrayList<>();
  private final Map<String, List<Place>> places = new LinkedHashMap<>();
  private final Map<String, Text> texts = new HashMap<>();
  private final Map<Long, Map<String, Text>> kept = new HashMap<>();
  private final String epoch;
  private long facts;

  /// @param wanted sequences at which somebody wants to know the texts
  FoldedJournal(JournalCopy journal, Set<Long> wanted) {
    this.room = journal.room();
    this.epoch = journal.head().getOrDefault("epoch", "");
    forEverybody.add(0);
    for (JournalCopy.Line line : journal.lines()) {
      take(line);
      if (wanted.contains(last())) {
        kept.put(last(), Map.copyOf(texts));
      }
    }
    check(
        journal.head().getOrDefault("seq", "0").equals(Long.toString(last())),
        "the head counts " + journal.head().get("seq") + " entries, the journal has " + last());
    check(
        journal.head().getOrDefault("facts", "0").equals(Long.toString(facts)),
        "the head counts " + journal.head().get("facts") + " facts, the journal has " + facts);
  }

  private void take(JournalCopy.Line line) {
    long sequence = last() + 1;
    check(
        line.id().equals(sequence + "-0"),
        "the sequence is not dense: " + line.id() + " stands where " + sequence + " should");
    JsonNode entry = JSON.readTree(line.fields().getOrDefault("d", "{}"));
    String kind = Entries.kind(entry.path("type").asString());
    String actor = entry.path("actor").asString();
    boolean edit = kind.equals(Entries.EDITED);
    JsonNode body = edit ? entry : entry.path("data");
    contents.add(Entries.content(kind, actor, body));
    forEverybody.add(forEverybody.getLast() + (Entries.isForEverybody(kind) ? 1 : 0));
    long number = Long.parseLong(line.fields().getOrDefault("n", "-1"));
    if (number != 0) {
      facts++;
      check(number == facts, "fact " + facts + " has the number " + number);
    }
    check(edit == (number == 0), "entry " + sequence + " (" + kind + ") has the number " + number);
    if (edit) {
      takeEdit(sequence, actor, body);
    } else if (kind.equals(Entries.CHAT)) {
      Marks.of(body.path("text").asString()).forEach(mark -> place(mark, sequence, null, actor));
    }
  }

  private void takeEdit(long sequence, String actor, JsonNode edit) {
    String document = edit.path("document").asString();
    Text before = texts.getOrDefault(document, new Text(0, ""));
    check(
        edit.path("version").asInt(-1) == before.version(),
        "a version was accepted twice or left out: entry %d has version %d of %s, which is at %d"
            .formatted(sequence, edit.path("version").asInt(-1), document, before.version()));
    String text = before.text();
    int version = before.version();
    for (JsonNode update : edit.path("updates")) {
      version++;
      String page = update.path("client").asString();
      try {
        ChangeSet changes = ChangeSet.read(update.path("changes"));
        text = changes.apply(text);
        List<String> marks = Marks.of(changes.inserted());
        check(marks.size() == 1, "entry " + sequence + " has an update with the marks " + marks);
        marks.forEach(mark -> place(mark, sequence, page, actor));
      } catch (IllegalArgumentException e) {
        check(false, "entry " + sequence + " does not fit: " + e.getMessage());
      }
    }
    texts.put(document, new Text(version, text));
  }

  private void place(String mark, long sequence, @Nullable String page, String actor) {
    String owner = mark.substring(0, mark.lastIndexOf('.'));
    check(
        page == null || page.equals(owner),
        "a change of " + owner + " stands in the journal as one of " + page);
    places.computeIfAbsent(mark, _ -> new ArrayList<>()).add(new Place(sequence, owner, actor));
  }

  private void check(boolean right, String otherwise) {
    if (!right) {
      violations.add("room " + room + ": " + otherwise);
    }
  }

  List<String> violations() {
    return violations;
  }

  String epoch() {
    return epoch;
  }

  /// The sequence of the last entry.
  long last() {
    return contents.size();
  }

  Optional<String> content(long sequence) {
    return sequence >= 1 && sequence <= last()
        ? Optional.of(contents.get((int) sequence - 1))
        : Optional.empty();
  }

  /// How many entries of those that everybody is shown lie after `from` and not after `to`.
  int forEverybody(long from, long to) {
    return forEverybody.get((int) Math.clamp(to, 0, last()))
        - forEverybody.get((int) Math.clamp(from, 0, last()));
  }

  Map<String, List<Place>> places() {
    return places;
  }

  /// At the end, or at a sequence that was wanted.
  Text text(String document, long sequence) {
    Map<String, Text> then = sequence >= last() ? texts : kept.getOrDefault(sequence, Map.of());
    return then.getOrDefault(document, new Text(0, ""));
  }
}
