package dev.mockingbird.gateway.token;

import static dev.mockingbird.gateway.token.TokenRules.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.person.Scope;
import dev.mockingbird.gateway.token.TokenRules.Granted;
import dev.mockingbird.gateway.token.TokenRules.Refusal;
import dev.mockingbird.gateway.token.TokenRules.Refused;
import dev.mockingbird.gateway.token.TokenRules.Wish;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Caller.Proof BROWSER = new Caller.BrowserSession("s");

  @Test
  void grantsATokenThatEndsWhenItsOwnerSaid() {
    assertThat(decide(new Wish(" ci ", Scope.READ, 30), BROWSER, 0, NOW))
        .isEqualTo(new Granted("ci", Scope.READ, NOW.plus(Duration.ofDays(30))));
  }

  @Test
  void refusesATokenWithoutANameAScopeOrAnEnd() {
    assertRefused(new Wish(null, Scope.READ, 30), Refusal.NAME_MISSING);
    assertRefused(new Wish("  ", Scope.READ, 30), Refusal.NAME_MISSING);
    assertRefused(new Wish("x".repeat(61), Scope.READ, 30), Refusal.NAME_MISSING);
    assertRefused(new Wish("ci", null, 30), Refusal.SCOPE_MISSING);
    assertRefused(new Wish("ci", Scope.READ, null), Refusal.EXPIRY_MISSING);
    assertRefused(new Wish("ci", Scope.READ, 0), Refusal.EXPIRY_MISSING);
    assertRefused(new Wish("ci", Scope.READ, 367), Refusal.EXPIRY_MISSING);
  }

  @Test
  void refusesOneTokenTooMany() {
    Wish wish = new Wish("ci", Scope.READ, 1);

    assertThat(decide(wish, BROWSER, TokenRules.MOST_TOKENS - 1, NOW)).isInstanceOf(Granted.class);
    assertThat(decide(wish, BROWSER, TokenRules.MOST_TOKENS, NOW))
        .isEqualTo(new Refused(Refusal.TOO_MANY_TOKENS));
  }

  @Test
  void letsNoTokenMakeOneThatOutlivesIt() {
    Caller.Proof maker = new Caller.PersonalToken("t", NOW.plus(Duration.ofDays(10)));

    assertThat(decide(new Wish("ci", Scope.WRITE, 10), maker, 1, NOW)).isInstanceOf(Granted.class);
    assertThat(decide(new Wish("ci", Scope.WRITE, 11), maker, 1, NOW))
        .isEqualTo(new Refused(Refusal.OUTLIVES_ITS_MAKER));
  }

  @Test
  void saysWhenATokenEndsSoonOrHasEnded() {
    PersonalToken token =
        new PersonalToken(
            "t", "p", null, "ci", Scope.READ, NOW, NOW.plus(Duration.ofDays(30)), "d");

    assertThat(TokenView.of(token, null, NOW).expiresSoon()).isFalse();
    TokenView soon = TokenView.of(token, null, NOW.plus(Duration.ofDays(24)));
    assertThat(soon.expiresSoon()).isTrue();
    assertThat(soon.expired()).isFalse();
    TokenView over = TokenView.of(token, null, token.expiresAt());
    assertThat(over.expired()).isTrue();
    assertThat(over.expiresSoon()).isFalse();
  }

  private static void assertRefused(Wish wish, Refusal refusal) {
    assertThat(decide(wish, BROWSER, 0, NOW)).isEqualTo(new Refused(refusal));
  }
}
