package dev.mockingbird.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.serializer.SerializationException;
import tools.jackson.databind.json.JsonMapper;

class SessionValuesTest {

  private final SessionValues values = new SessionValues(new JsonMapper());

  @Test
  void givesBackTextsAndTheNumbersOfSpringSession() {
    long creationTime = 1_795_434_904_123L;
    int maxInactiveInterval = 43_200;

    assertThat(roundTrip("陈 \"x\"")).isEqualTo("陈 \"x\"");
    assertThat(roundTrip(creationTime)).isEqualTo(creationTime);
    assertThat(roundTrip(maxInactiveInterval)).isEqualTo(maxInactiveInterval);
    assertThat(values.deserialize(values.serialize(null))).isNull();
  }

  @Test
  void refusesWhatANewReleaseCouldNotRead() {
    assertThatThrownBy(() -> values.serialize(List.of())).hasMessageContaining("texts and numbers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ac\u00ed\u0000\u0005", "{"})
  void saysThatAValueIsNotJson(String stored) {
    assertThatThrownBy(
            () -> values.deserialize(stored.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
        .isInstanceOf(SerializationException.class);
  }

  private Object roundTrip(Object value) {
    return values.deserialize(values.serialize(value));
  }
}
