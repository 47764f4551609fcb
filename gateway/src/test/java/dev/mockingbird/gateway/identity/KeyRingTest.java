package dev.mockingbird.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  @Test
  void needsAKeyWhenThereIsNone() {
    assertThat(KeyRing.EMPTY.needsNewKey(MARCH, MONTH)).isTrue();
  }

  @Test
  void needsASuccessorWhenTheNewestHasSignedForItsTime() {
    KeyRing ring = KeyRing.EMPTY.with(key("a", MARCH));

    assertThat(ring.needsNewKey(MARCH.plus(MONTH).minusSeconds(1), MONTH)).isFalse();
    assertThat(ring.needsNewKey(MARCH.plus(MONTH), MONTH)).isTrue();
  }

  @Test
  void signsWithTheNewest() {
    KeyRing ring = KeyRing.EMPTY.with(key("a", MARCH)).with(key("b", MARCH.plus(MONTH)));

    assertThat(ring.newest()).isEqualTo(key("b", MARCH.plus(MONTH)));
  }

  @Test
  void keepsAnOldKeyUntilNothingThatItSignedIsValid() {
    Instant april = MARCH.plus(MONTH);
    KeyRing ring = KeyRing.EMPTY.with(key("a", MARCH)).with(key("b", april));

    assertThat(kids(ring.trimmed(april.plus(IdentityTokens.LIFE)))).containsExactly("b", "a");
    assertThat(kids(ring.trimmed(april.plus(KeyRing.KEPT_AFTER_SUCCESSOR)))).containsExactly("b");
    assertThat(KeyRing.KEPT_AFTER_SUCCESSOR).isGreaterThan(IdentityTokens.LIFE.multipliedBy(2));
  }

  @Test
  void neverDropsTheNewest() {
    KeyRing ring = KeyRing.EMPTY.with(key("a", MARCH));

    assertThat(kids(ring.trimmed(MARCH.plus(Duration.ofDays(900))))).containsExactly("a");
    assertThat(KeyRing.EMPTY.trimmed(MARCH)).isEqualTo(KeyRing.EMPTY);
  }

  private static SigningKey key(String kid, Instant createdAt) {
    return new SigningKey(kid, createdAt, Map.of("kid", kid), "sealed");
  }

  private static List<String> kids(KeyRing ring) {
    return ring.keys().stream().map(SigningKey::kid).toList();
  }
}
