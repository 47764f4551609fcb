package dev.mockingbird.search.bank.door;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One object as `question.schema.json` describes it. Texts are taken as they are, to the last
/// space. A field that is not as the schema says is left out and named.
final class JsonQuestion {

  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "key",
          "translation",
          "source",
          "title",
          "question",
          "body",
          "language",
          "topic",
          "furtherTopics",
          "tags",
          "difficulty",
          "minutes",
          "reference",
          "answer",
          "keyPoints",
          "hints",
          "rubric",
          "followUps",
          "sources");

  private static final int DEFAULT_WEIGHT = 2;
  private static final int LONGEST_SHOWN = 60;

  private final ObjectNode node;
  private final int line;
  private final List<ImportWarning> warnings;

  JsonQuestion(ObjectNode node, int line, List<ImportWarning> warnings) {
    this.node = node;
    this.line = line;
    this.warnings = warnings;
  }

  static boolean holds(JsonNode node) {
    return node instanceof ObjectNode object && (object.has("title") || object.has("question"));
  }

  /// Empty when there is no title; that is said.
  Optional<Draft> read() {
    String title = text("title", "question");
    if (title == null || title.isBlank()) {
      warnings.add(ImportWarning.of(line, Code.FIELD_MISSING, "title"));
      return Optional.empty();
    }
    Draft draft = new Draft();
    draft.title = title;
    draft.body = written(text("body"));
    draft.reference = written(text("reference", "answer"));
    draft.topic(written(text("topic")));
    draft.furtherTopics = texts("furtherTopics");
    draft.tags = texts("tags");
    draft.keyPoints = list("keyPoints", JsonQuestion::keyPoint);
    draft.hints = texts("hints");
    draft.rubric = texts("rubric");
    draft.followUps = texts("followUps");
    draft.sources = texts("sources");
    draft.language = understood("language", node -> Values.language(node.asString("")));
    draft.difficulty = understood("difficulty", node -> Values.difficulty(node.asString("")));
    draft.minutes =
        understood(
            "minutes",
            node -> node.isIntegralNumber() ? Values.minutes(node.asString()) : Optional.empty());
    draft.id = understood("id", node -> Metadata.id(node.asString("")));
    draft.key = name("key");
    draft.translation = name("translation");
    draft.source = name("source");
    node.propertyNames().stream()
        .filter(field -> !FIELDS.contains(field))
        .forEach(field -> warnings.add(ImportWarning.of(line, Code.FIELD_NOT_USED, shown(field))));
    return Optional.of(draft);
  }

  /// The first of the names that the object has.
  private @Nullable String text(String... names) {
    for (String name : names) {
      if (node.has(name)) {
        return understood(
            name, value -> value.isString() ? Optional.of(value.asString()) : Optional.empty());
      }
    }
    return null;
  }

  private @Nullable String name(String field) {
    String text = text(field);
    return text == null || text.isBlank() ? null : text;
  }

  private static String written(@Nullable String text) {
    return text == null ? "" : text;
  }

  private List<String> texts(String field) {
    return list(
        field, value -> value.isString() ? Optional.of(value.asString()) : Optional.empty());
  }

  private <T> List<T> list(String field, Function<JsonNode, Optional<T>> entry) {
    JsonNode value = node.path(field);
    if (!value.isArray()) {
      if (!value.isMissingNode() && !value.isNull()) {
        notUnderstood(field, value);
      }
      return List.of();
    }
    List<T> entries = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      Optional<T> read = entry.apply(value.get(i));
      read.ifPresent(entries::add);
      if (read.isEmpty()) {
        notUnderstood(field + "[" + i + "]", value.get(i));
      }
    }
    return List.copyOf(entries);
  }

  private static Optional<KeyPoint> keyPoint(JsonNode value) {
    if (value.isString()) {
      return Optional.of(new KeyPoint(value.asString(), DEFAULT_WEIGHT));
    }
    JsonNode weight = value.path("weight");
    int weighs =
        weight.isMissingNode() ? DEFAULT_WEIGHT : weight.isIntegralNumber() ? weight.asInt(0) : 0;
    return value.path("text").isString() && weighs >= 1 && weighs <= 3
        ? Optional.of(new KeyPoint(value.path("text").asString(), weighs))
        : Optional.empty();
  }

  private <T> @Nullable T understood(String field, Function<JsonNode, Optional<T>> reader) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    Optional<T> read = reader.apply(value);
    if (read.isEmpty()) {
      notUnderstood(field, value);
    }
    return read.orElse(null);
  }

  private void notUnderstood(String field, JsonNode value) {
    String text = value.isString() ? value.asString() : value.toString();
    warnings.add(ImportWarning.of(line, Code.FIELD_NOT_UNDERSTOOD, field, shown(text)));
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
  }
}
