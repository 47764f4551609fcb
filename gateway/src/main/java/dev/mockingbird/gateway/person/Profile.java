package dev.mockingbird.gateway.person;

import java.util.Set;

/// What GitHub says of a person at their last sign-in. Lives in Redis alone, never in an event.
///
/// @param id `<issuer>:<numeric id>`
/// @param avatarUrl empty when there is none
/// @param teamRoles roles through teams; those through logins are read from the configuration
public record Profile(String id, String login, String name, String avatarUrl, Set<Role> teamRoles) {

  public Profile {
    teamRoles = Set.copyOf(teamRoles);
  }
}
