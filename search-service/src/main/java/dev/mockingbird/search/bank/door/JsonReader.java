package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import dev.mockingbird.search.bank.reading.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON Lines, where a broken line costs nothing but itself, and arrays of the same objects,
/// which end where they break.
final class JsonReader {

  private static final String SHAPE = "json-object";

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.DEFAULT.nesting())
                          .build())
                  .build())
          .build();

  private final String text;
  private final Choice choice;
  private final Marks marks;
  private final List<ReadItem> items = new ArrayList<>();
  private final List<ImportWarning> warnings = new ArrayList<>();
  private int objects;

  private JsonReader(String text, Choice choice) {
    this.text = text;
    this.choice = choice;
    this.marks = new Marks(text);
  }

  static Reading read(SourceFile file, Choice choice) {
    JsonReader reader = new JsonReader(file.text(), choice);
    if (reader.isLines()) {
      reader.lines();
    } else {
      reader.values();
    }
    return reader.reading();
  }

  private Reading reading() {
    if (items.isEmpty()) {
      warnings.add(ImportWarning.of(1, Code.NO_QUESTIONS));
    }
    warnings.sort(Comparator.comparingInt(ImportWarning::line));
    return new Reading(
        SHAPE,
        List.of(),
        objects == 0 ? 0 : (double) items.size() / objects,
        List.of(Reason.of("shape.json", items.size(), objects)),
        items,
        marks.all(),
        warnings);
  }

  /// The first line that says anything is a whole object.
  private boolean isLines() {
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> parsed(line).isPresent())
        .isPresent();
  }

  private void lines() {
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      objects++;
      try {
        value(JSON.readTree(line), new Lines(number, number));
      } catch (JacksonException e) {
        broken(number, e);
      }
    }
  }

  private static Optional<ObjectNode> parsed(String line) {
    try {
      return JSON.readTree(line) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// One value after the other, on as many lines as they like, in an array or not.
  private void values() {
    int reached = 1;
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        reached = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_OBJECT) {
          objects++;
          JsonNode value = parser.readValueAsTree();
          wrapped(value, new Lines(reached, parser.currentLocation().getLineNr()));
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          objects++;
          notAnObject(reached, 1);
        }
      }
    } catch (JacksonException e) {
      objects++;
      broken(Math.max(reached, e.getLocation() == null ? 1 : e.getLocation().getLineNr()), e);
    }
  }

  /// A single object that is no question may be what the list is packed in.
  private void wrapped(JsonNode value, Lines lines) {
    List<JsonNode> packed =
        JsonQuestion.holds(value)
            ? List.of()
            : value
                .valueStream()
                .filter(JsonNode::isArray)
                .flatMap(JsonNode::valueStream)
                .filter(JsonQuestion::holds)
                .toList();
    if (packed.isEmpty()) {
      value(value, lines);
      return;
    }
    objects += packed.size() - 1;
    for (int k = 1; k <= packed.size(); k++) {
      object((ObjectNode) packed.get(k - 1), lines, lines.from() + "." + k);
    }
    marks.add(lines.from(), Role.QUESTION, lines.from() + ".1", Reason.of("item.json"));
  }

  private void value(JsonNode value, Lines lines) {
    String key = Integer.toString(lines.from());
    if (choice.roles().get(lines.from()) == Role.IGNORED) {
      marks.add(lines.from(), Role.IGNORED, null, Reason.of("mark.told"));
      objects--;
    } else if (!(value instanceof ObjectNode object)) {
      notAnObject(lines.from(), 1);
    } else if (object(object, lines, key)) {
      marks.add(lines.from(), Role.QUESTION, key, Reason.of("item.json"));
    } else {
      marks.add(lines.from(), Role.IGNORED, null, Reason.of("mark.not-json"));
    }
  }

  private boolean object(ObjectNode object, Lines lines, String key) {
    if (items.size() == Reading.MOST_ITEMS) {
      throw new Unreadable(Unreadable.Code.TOO_MANY_ITEMS, lines.from());
    }
    Optional<Draft> draft = new JsonQuestion(object, lines.from(), warnings).read();
    draft.ifPresent(
        it ->
            items.add(
                it.item(
                    key, lines.from(), List.of(lines), choice.language(), Reason.of("item.json"))));
    return draft.isPresent();
  }

  private void broken(int line, JacksonException e) {
    notAnObject(line, e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr()));
  }

  private void notAnObject(int line, int column) {
    warnings.add(ImportWarning.of(line, Code.LINE_NOT_JSON, column));
    marks.add(line, Role.IGNORED, null, Reason.of("mark.not-json"));
  }
}
