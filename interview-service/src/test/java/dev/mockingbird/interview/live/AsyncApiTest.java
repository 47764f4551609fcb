package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.Topics;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void everyTopicIsThereWithItsEvents() {
    Set<String> addresses =
        map("channels").values().stream()
            .map(channel -> (String) ((Map<?, ?>) channel).get("address"))
            .filter(address -> !address.startsWith("/"))
            .collect(Collectors.toSet());
    assertThat(addresses).containsExactlyInAnyOrderElementsOf(Topics.all());
    assertThat(map("components", "messages").keySet()).containsAll(EventTypes.all().keySet());
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
