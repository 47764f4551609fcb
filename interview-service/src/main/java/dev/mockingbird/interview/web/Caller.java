package dev.mockingbird.interview.web;

import dev.mockingbird.events.PersonId;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// Who is calling, from the gateway's token.
///
/// @param login for checking an invitation's binding only; never logged, never in an event
/// @param signIn handle of the session or access token
public record Caller(PersonId person, String login, Set<String> roles, String signIn) {

  /// @throws IllegalStateException when the principal did not come with a token; the filter chain
  ///   lets nobody through without one
  public static Caller of(@Nullable Principal principal) {
    if (principal instanceof JwtAuthenticationToken token) {
      return of(token.getToken());
    }
    throw new IllegalStateException("A request without a token passed the filter chain");
  }

  public static Caller of(Jwt jwt) {
    List<String> roles = jwt.getClaimAsStringList("roles");
    return new Caller(
        new PersonId(text(jwt, "sub")),
        text(jwt, "login"),
        roles == null ? Set.of() : Set.copyOf(roles),
        text(jwt, "sid"));
  }

  public boolean interviewer() {
    return roles.contains("interviewer") || roles.contains("organiser");
  }

  private static String text(Jwt jwt, String claim) {
    String value = jwt.getClaimAsString(claim);
    return value == null ? "" : value;
  }
}
