package dev.mockingbird.scoring.web;

import dev.mockingbird.events.PersonId;
import java.util.List;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// Who is calling, from the gateway's token.
///
/// @param staff may see the references of the bank
/// @param organiser answers for all interviews
public record Caller(PersonId person, boolean staff, boolean organiser) {

  public static Caller of(JwtAuthenticationToken token) {
    List<String> roles = token.getToken().getClaimAsStringList("roles");
    boolean organiser = roles != null && roles.contains("organiser");
    return new Caller(
        new PersonId(token.getName()),
        organiser || (roles != null && roles.contains("interviewer")),
        organiser);
  }
}
