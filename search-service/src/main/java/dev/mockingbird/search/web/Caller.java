package dev.mockingbird.search.web;

import dev.mockingbird.events.PersonId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/// Who is calling, from the gateway's token.
public record Caller(PersonId person, Set<String> roles) {

  public static Caller of(Jwt jwt) {
    List<String> roles = jwt.getClaimAsStringList("roles");
    return new Caller(
        new PersonId(Objects.requireNonNullElse(jwt.getSubject(), "")),
        roles == null ? Set.of() : Set.copyOf(roles));
  }

  /// May read references, key points and hints.
  public boolean staff() {
    return roles.contains("interviewer") || organiser();
  }

  public boolean organiser() {
    return roles.contains("organiser");
  }
}
