package dev.mockingbird.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonFieldsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void replacesTheFieldsItIsToldAndLeavesTheOthersAsTheyAre() {
    ObjectNode object = JSON.createObjectNode();
    object.put("text", "a \"quoted\" {brace}, [bracket] and a \\").put("none", (String) null);
    object.putObject("nested").put("text", "}").putArray("many").add("],").add(1);
    object.put("last", -1.5e3);
    String json = JSON.writeValueAsString(object);

    assertThat(JsonFields.replaced(json, (_, value) -> value)).isEqualTo(json);
    assertThat(
            JsonFields.replaced(json, (name, value) -> name.equals("text") ? "{\"it\":1}" : value))
        .isEqualTo(json.replace(JSON.writeValueAsString(object.get("text")), "{\"it\":1}"));
    assertThat(JSON.readTree(JsonFields.replaced(json, (name, value) -> "[" + value + "]")))
        .allSatisfy(value -> assertThat(value.isArray()).isTrue());
  }

  @Test
  void leavesAnEmptyObjectEmpty() {
    assertThat(JsonFields.replaced("{}", (_, value) -> value)).isEqualTo("{}");
  }
}
