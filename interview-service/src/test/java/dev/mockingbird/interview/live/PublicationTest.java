package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicationTest {

  private static final String MESSAGE =
      "{\"epoch\":\"e1\",\"first\":7,\"last\":9,\"at\":1,\"entries\":[{},{},{}]}";

  @Test
  void isKnownWhenItsLastEntryIs() {
    assertThat(Publication.isUpTo(MESSAGE, "e1", 9)).isTrue();
    assertThat(Publication.isUpTo(MESSAGE, "e1", 12)).isTrue();
    assertThat(Publication.isUpTo(MESSAGE, "e1", 8)).isFalse();
  }

  @Test
  void isNewInAnotherEpoch() {
    assertThat(Publication.isUpTo(MESSAGE, "e2", 9)).isFalse();
    assertThat(Publication.isUpTo(MESSAGE, "e", 9)).isFalse();
    assertThat(Publication.isUpTo(MESSAGE, "", 9)).isFalse();
  }

  @Test
  void aSignalIsAlwaysNews() {
    assertThat(Publication.isUpTo("{\"signal\":\"presence-changed\"}", "e1", 9)).isFalse();
  }
}
