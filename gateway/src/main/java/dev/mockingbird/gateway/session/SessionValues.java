package dev.mockingbird.gateway.session;

import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Texts and numbers as JSON. A number that fits comes back as Integer, a larger one as Long: just
/// what Spring Session wrote (seconds, and milliseconds since 1970).
final class SessionValues implements RedisSerializer<Object> {

  private static final byte[] NOTHING = {};

  private final JsonMapper json;

  SessionValues(JsonMapper json) {
    this.json = json;
  }

  @Override
  public byte[] serialize(@Nullable Object value) {
    return switch (value) {
      case null -> NOTHING;
      case String text -> json.writeValueAsBytes(text);
      case Number number -> json.writeValueAsBytes(number);
      default ->
          throw new SerializationException(
              "A session holds texts and numbers only, not " + value.getClass().getName());
    };
  }

  @Override
  public @Nullable Object deserialize(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length == 0) {
      return null;
    }
    try {
      return json.readValue(bytes, Object.class);
    } catch (JacksonException e) {
      throw new SerializationException("A session's value is not JSON", e);
    }
  }
}
