package dev.mockingbird.interview.live;

import dev.mockingbird.eventlog.HalfCharacters;
import dev.mockingbird.eventlog.Wholeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/// The browser vocabulary as JSON.
public final class Wire {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .registerSubtypes(named(ClientMessage.class))
          .registerSubtypes(named(ServerMessage.class))
          .registerSubtypes(named(Signal.class))
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final ObjectReader CLIENT = JSON.readerFor(ClientMessage.class);
  private static final ObjectWriter SERVER = JSON.writerFor(ServerMessage.class);
  private static final ObjectWriter SIGNAL = JSON.writerFor(Signal.class);

  private Wire() {}

  /// @param frame in UTF-8
  /// @throws JacksonException when the frame is no client message
  /// @throws IllegalArgumentException when it lacks something
  static ClientMessage read(byte[] frame) {
    ClientMessage message = CLIENT.readValue(frame);
    if (!(message instanceof Record whole)) {
      throw new IllegalArgumentException("The frame is null");
    }
    Wholeness.check(whole);
    return message;
  }

  public static String write(ServerMessage message) {
    return HalfCharacters.escape(SERVER.writeValueAsString(message));
  }

  static String write(Signal signal) {
    return SIGNAL.writeValueAsString(signal);
  }

  /// The canonical form of a view, which its digest is made of.
  static String write(RoomView view) {
    return HalfCharacters.escape(JSON.writeValueAsString(view));
  }

  static ObjectMapper json() {
    return JSON;
  }

  /// The name of a message on the wire: `ShowHint` is `show-hint`.
  public static String type(Class<?> message) {
    return message.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static NamedType[] named(Class<?> sealed) {
    return cases(sealed).stream()
        .map(message -> new NamedType(message, type(message)))
        .toArray(NamedType[]::new);
  }

  static List<Class<?>> cases(Class<?> sealed) {
    List<Class<?>> cases = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        cases.addAll(cases(permitted));
      } else {
        cases.add(permitted);
      }
    }
    return cases;
  }
}
