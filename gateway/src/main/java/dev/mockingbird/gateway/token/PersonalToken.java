package dev.mockingbird.gateway.token;

import dev.mockingbird.gateway.person.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A personal access token as it is stored: everything but the token itself.
///
/// @param madeWith id of the token that made it; null when its owner did, in a browser
/// @param digest SHA-256 of the token, in hex
record PersonalToken(
    String id,
    String person,
    @Nullable String madeWith,
    String name,
    Scope scope,
    Instant createdAt,
    Instant expiresAt,
    String digest) {

  boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
