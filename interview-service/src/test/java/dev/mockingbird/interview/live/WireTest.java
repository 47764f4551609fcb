package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.events.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class WireTest {

  @Test
  void readsCommandsByTheirKebabCaseName() {
    assertThat(read("{\"type\":\"show-hint\",\"n\":3,\"question\":1}"))
        .isEqualTo(new ClientMessage.ShowHint(3, 1));
    assertThat(read("{\"type\":\"admit\",\"n\":1,\"person\":\"demo:1003\"}"))
        .isEqualTo(new ClientMessage.Admit(1, new PersonId("demo:1003")));
    assertThat(read("{\"type\":\"ping\"}")).isEqualTo(new ClientMessage.Ping());
  }

  @Test
  void readsAnEdit() {
    ClientMessage message =
        read(
            "{\"type\":\"edit\",\"n\":1,\"document\":\"q1:text\",\"version\":0,"
                + "\"updates\":[{\"client\":\"a\",\"changes\":[[0,\"hi\",\"there\"]]}]}");

    assertThat(((ClientMessage.Edit) message).updates().getFirst().changes().apply(""))
        .isEqualTo("hi\nthere");
  }

  @Test
  void writesTheTypeOfEveryServerMessage() {
    assertThat(Wire.write(new ServerMessage.Acknowledged(4, new Position("e", 9))))
        .isEqualTo(
            "{\"type\":\"acknowledged\",\"n\":4,\"position\":{\"epoch\":\"e\",\"sequence\":9}}");
    assertThat(Wire.cases(ServerMessage.class).stream().map(Wire::type))
        .doesNotHaveDuplicates()
        .contains("question-asked", "document-edited", "room-ended", "welcome");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"type\":\"dance\"}",
        "{\"type\":\"ask\",\"n\":null,\"planned\":0}",
        "{\"type\":\"admit\",\"n\":1,\"person\":\"root\"}",
        "{\"type\":\"hello\"}",
        "{\"type\":\"hello\",\"client\":\"a\",\"documents\":{\"q1:text\":null}}",
        "{\"type\":\"hello\",\"client\":\"a\",\"position\":{\"sequence\":1}}",
        "{\"type\":\"post-chat\",\"n\":1}",
        "{\"type\":\"choose-language\",\"n\":1,\"question\":1}",
        "{\"type\":\"edit\",\"n\":1,\"document\":\"q1:text\",\"version\":0}",
        "{\"type\":\"edit\",\"n\":1,\"document\":\"q1:text\",\"version\":0,\"updates\":[null]}",
        "{\"type\":\"edit\",\"n\":1,\"document\":\"q1:text\",\"version\":0,\"updates\":[{\"changes\":[4]}]}",
        "{\"type\":\"edit\",\"n\":1,\"document\":\"d\",\"version\":0,\"updates\":[{\"client\":\"a\",\"changes\":[-4]}]}"
      })
  void refusesWhatIsNoMessage(String frame) {
    assertThatThrownBy(
            () -> {
              read(frame);
            })
        .isInstanceOfAny(JacksonException.class, IllegalArgumentException.class);
  }

  @Test
  void everyMessageTypeHasItsOwnName() {
    List<String> names = Wire.cases(ClientMessage.class).stream().map(Wire::type).toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(12);
  }

  private static ClientMessage read(String frame) {
    return Wire.read(frame.getBytes(StandardCharsets.UTF_8));
  }
}
