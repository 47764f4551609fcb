package dev.mockingbird.gateway.token;

import dev.mockingbird.gateway.person.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A token as its owner sees it. An expired one stays listed until it is revoked: none ends unseen.
record TokenView(
    String id,
    String name,
    Scope scope,
    Instant createdAt,
    Instant expiresAt,
    boolean expiresSoon,
    boolean expired,
    @Nullable Instant lastUsedAt) {

  static TokenView of(PersonalToken token, @Nullable Instant lastUsedAt, Instant now) {
    boolean expired = token.expired(now);
    return new TokenView(
        token.id(),
        token.name(),
        token.scope(),
        token.createdAt(),
        token.expiresAt(),
        !expired && token.expired(now.plus(TokenRules.SOON)),
        expired,
        lastUsedAt);
  }
}
