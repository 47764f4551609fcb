package dev.mockingbird.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTypesTest {

  @Test
  void everyEventHasAWireTypeOfItsFamilyWithAVersion() {
    assertThat(EventTypes.all()).hasSizeGreaterThan(20);
    EventTypes.all()
        .forEach(
            (wireType, event) ->
                assertThat(wireType)
                    .as(event.getName())
                    .matches("(room|interview|bank|score|access)\\.[a-z]+(-[a-z]+)*\\.v[0-9]+")
                    .startsWith(family(event)));
  }

  @Test
  void anUnknownTypeIsAbsentRatherThanAnError() {
    assertThat(EventTypes.find("room.danced.v9")).isEmpty();
  }

  private static String family(Class<?> event) {
    return event.getInterfaces()[0].getSimpleName().replace("Event", "").toLowerCase() + ".";
  }
}
