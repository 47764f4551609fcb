package dev.mockingbird.gateway.person;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What GitHub says of a person at their last sign-in. Lives in Redis alone, never in an event.
///
/// @param id `<issuer>:<numeric id>`
/// @param avatarUrl empty when there is none
/// @param teamRoles roles through teams; those through logins are read from the configuration
/// @param seenAt when GitHub said so
public record Profile(
    String id,
    String login,
    String name,
    String avatarUrl,
    Set<Role> teamRoles,
    @Nullable Instant seenAt) {

  public Profile {
    teamRoles = Set.copyOf(teamRoles);
  }
}
