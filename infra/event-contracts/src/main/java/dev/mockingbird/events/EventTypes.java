package dev.mockingbird.events;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The two-way table between wire types and event records, read off the sealed families.
public final class EventTypes {

  private static final Map<String, Class<? extends DomainEvent>> BY_WIRE_TYPE =
      cases(DomainEvent.class)
          .collect(Collectors.toUnmodifiableMap(EventTypes::wireType, Function.identity()));

  private EventTypes() {}

  public static Map<String, Class<? extends DomainEvent>> all() {
    return BY_WIRE_TYPE;
  }

  /// Empty for a type that this build does not know: a consumer skips and counts it.
  public static Optional<Class<? extends DomainEvent>> find(String wireType) {
    return Optional.ofNullable(BY_WIRE_TYPE.get(wireType));
  }

  public static String wireType(Class<? extends DomainEvent> event) {
    WireType type = event.getAnnotation(WireType.class);
    if (type == null) {
      throw new IllegalStateException(event.getName() + " has no @WireType: give it one");
    }
    return type.value();
  }

  private static Stream<Class<? extends DomainEvent>> cases(Class<? extends DomainEvent> type) {
    if (!type.isSealed()) {
      return Stream.of(type);
    }
    return Stream.of(type.getPermittedSubclasses())
        .flatMap(permitted -> cases(permitted.asSubclass(DomainEvent.class)));
  }
}
