package dev.mockingbird.gateway.token;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.person.Scope;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a personal access token may be made.
final class TokenRules {

  static final int MOST_TOKENS = 30;
  static final int LONGEST_DAYS = 366;
  static final int LONGEST_NAME = 60;
  static final Duration SOON = Duration.ofDays(7);

  private TokenRules() {}

  /// What somebody asks for; each part may be missing.
  record Wish(@Nullable String name, @Nullable Scope scope, @Nullable Integer expiresInDays) {}

  sealed interface Decision {}

  record Granted(String name, Scope scope, Instant expiresAt) implements Decision {}

  record Refused(Refusal refusal) implements Decision {}

  enum Refusal {
    NAME_MISSING("Give the token a name of 1 to " + LONGEST_NAME + " characters, in `name`."),
    SCOPE_MISSING("Say in `scope` whether the token may `read` or `write`."),
    EXPIRY_MISSING("Say in `expiresInDays` when the token ends: 1 to " + LONGEST_DAYS + " days."),
    TOO_MANY_TOKENS("You have " + MOST_TOKENS + " tokens. Revoke one that you do not need."),
    OUTLIVES_ITS_MAKER(
        "A token cannot make one that lives longer than itself. Sign in with a browser, or ask for"
            + " fewer days.");

    private final String sentence;

    Refusal(String sentence) {
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }

  static Decision decide(Wish wish, Caller.Proof proof, long tokens, Instant now) {
    String name = wish.name() == null ? "" : wish.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return new Refused(Refusal.NAME_MISSING);
    }
    Scope scope = wish.scope();
    if (scope == null) {
      return new Refused(Refusal.SCOPE_MISSING);
    }
    Integer days = wish.expiresInDays();
    if (days == null || days < 1 || days > LONGEST_DAYS) {
      return new Refused(Refusal.EXPIRY_MISSING);
    }
    if (tokens >= MOST_TOKENS) {
      return new Refused(Refusal.TOO_MANY_TOKENS);
    }
    Instant expiresAt = now.plus(Duration.ofDays(days));
    if (proof instanceof Caller.PersonalToken maker && expiresAt.isAfter(maker.expiresAt())) {
      return new Refused(Refusal.OUTLIVES_ITS_MAKER);
    }
    return new Granted(name, scope, expiresAt);
  }
}
