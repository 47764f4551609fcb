package dev.mockingbird.faults;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// A change of a whole document in CodeMirror's JSON form, in UTF-16 units: a number keeps so many,
/// a list deletes its first element's number of units and puts its lines there.
record ChangeSet(List<Part> parts) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  sealed interface Part {}

  record Keep(int units) implements Part {}

  record Replace(int deleted, String inserted) implements Part {}

  /// @throws IllegalArgumentException when it is no change set
  static ChangeSet read(JsonNode json) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : json) {
      if (part.isInt()) {
        parts.add(new Keep(part.intValue()));
      } else if (part.isArray() && !part.isEmpty() && part.get(0).isInt()) {
        List<String> lines = part.valueStream().skip(1).map(line -> line.asString()).toList();
        parts.add(new Replace(part.get(0).intValue(), String.join("\n", lines)));
      } else {
        throw new IllegalArgumentException("No change set: " + json);
      }
    }
    return new ChangeSet(parts);
  }

  ArrayNode json() {
    ArrayNode json = JSON.createArrayNode();
    for (Part part : parts) {
      switch (part) {
        case Keep(int units) -> {
          if (units > 0) {
            json.add(units);
          }
        }
        case Replace(int deleted, String inserted) -> {
          ArrayNode replaced = json.addArray().add(deleted);
          if (!inserted.isEmpty()) {
            for (String line : inserted.split("\n", -1)) {
              replaced.add(line);
            }
          }
        }
      }
    }
    return json;
  }

  /// @throws IllegalArgumentException when it was made for a text of another length
  String apply(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    int at = 0;
    for (Part part : parts) {
      int units =
          switch (part) {
            case Keep(int kept) -> kept;
            case Replace(int deleted, String _) -> deleted;
          };
      if (at + units > text.length()) {
        throw new IllegalArgumentException("A change beyond the end of its text: " + json());
      }
      switch (part) {
        case Keep _ -> result.append(text, at, at + units);
        case Replace(int _, String inserted) -> result.append(inserted);
      }
      at += units;
    }
    if (at != text.length()) {
      throw new IllegalArgumentException(
          "A change for " + at + " units, the text has " + text.length());
    }
    return result.toString();
  }

  String inserted() {
    StringBuilder inserted = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Replace(int _, String text)) {
        inserted.append(text).append('\n');
      }
    }
    return inserted.toString();
  }
}
