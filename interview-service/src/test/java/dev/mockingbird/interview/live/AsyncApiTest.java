package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.Topics;
import dev.mockingbird.interview.room.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// `infra/docs/asyncapi.yaml` says what the code says: every message, its name and its fields, and
/// every topic with its events.
class AsyncApiTest {

  private static Map<String, Object> api;

  @BeforeAll
  static void read() throws IOException {
    try (Reader yaml = Files.newBufferedReader(Path.of("../infra/docs/asyncapi.yaml"))) {
      api = new Yaml().load(yaml);
    }
  }

  @Test
  void describesEveryMessageWithItsFields() {
    Stream.of(ClientMessage.class, ServerMessage.class)
        .flatMap(vocabulary -> Wire.cases(vocabulary).stream())
        .forEach(
            message ->
                assertThat(
                        map("components", "messages", Wire.type(message), "payload", "properties"))
                    .as(Wire.type(message))
                    .containsOnlyKeys(fields(message)));
  }

  @Test
  void theRoomsChannelHasTheWholeVocabularyAndNothingElse() {
    assertThat(map("channels", "room", "messages").keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ClientMessage.class, ServerMessage.class)
                .flatMap(vocabulary -> Wire.cases(vocabulary).stream())
                .map(Wire::type)
                .toList());
  }

  @Test
  void givesEveryFieldTheTypeItHasInTheCode() {
    Stream.of(ClientMessage.class, ServerMessage.class)
        .flatMap(vocabulary -> Wire.cases(vocabulary).stream())
        .forEach(
            message -> {
              for (RecordComponent field : message.getRecordComponents()) {
                assertThat(described(Wire.type(message), field.getName()))
                    .as("%s of %s", field.getName(), Wire.type(message))
                    .contains(jsonType(field.getType()));
              }
            });
  }

  @Test
  void namesEveryCloseCode() {
    String text = (String) map("info").get("description");
    assertThat(CloseCode.values())
        .allSatisfy(code -> assertThat(text).contains(Integer.toString(code.status().code())));
  }

  @Test
  void describesNothingThatIsGone() {
    Set<String> known =
        Stream.concat(
                Stream.of(ClientMessage.class, ServerMessage.class)
                    .flatMap(vocabulary -> Wire.cases(vocabulary).stream())
                    .map(Wire::type),
                EventTypes.all().keySet().stream())
            .collect(Collectors.toSet());
    assertThat(map("components", "messages")).containsOnlyKeys(known);
  }

  @Test
  void namesEveryReasonForARefusal() {
    assertThat(map("components", "messages", "refused", "payload", "properties", "code"))
        .containsEntry("enum", Stream.of(Rejection.values()).map(Rejection::name).toList());
  }

  @Test
  void everyTopicIsThereWithItsEvents() {
    Set<String> addresses =
        map("channels").values().stream()
            .map(channel -> (String) ((Map<?, ?>) channel).get("address"))
            .filter(address -> !address.startsWith("/"))
            .collect(Collectors.toSet());
    assertThat(addresses).containsExactlyInAnyOrderElementsOf(Topics.all());
    assertThat(map("components", "messages").keySet()).containsAll(EventTypes.all().keySet());
  }

  /// The JSON types that the description allows.
  private static List<String> described(String message, String field) {
    Map<?, ?> schema =
        (Map<?, ?>) map("components", "messages", message, "payload", "properties").get(field);
    while (schema.get("$ref") instanceof String reference) {
      schema = map(reference.substring(2).split("/"));
    }
    return schema.get("type") instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(schema.get("type")));
  }

  private static String jsonType(Class<?> type) {
    if (type == int.class || type == long.class || type == Integer.class) {
      return "integer";
    }
    if (type == boolean.class) {
      return "boolean";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "array";
    }
    boolean text =
        type == String.class || type == Instant.class || type.isEnum() || type == PersonId.class;
    return text ? "string" : "object";
  }

  private static Set<String> fields(Class<?> message) {
    return Stream.concat(
            Stream.of("type"),
            Stream.of(message.getRecordComponents()).map(RecordComponent::getName))
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(String... path) {
    Map<String, Object> at = api;
    for (String step : path) {
      assertThat(at).as(String.join("/", path)).containsKey(step);
      at = (Map<String, Object>) at.get(step);
    }
    return at;
  }
}
