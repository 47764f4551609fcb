package dev.mockingbird.interview.web;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.stereotype.Component;

/// What the filter chain is for requests, for those who open a socket: the same tokens, and whoever
/// is in a room may write.
@Component
public class SocketTokens {

  private static final Refusal UNKNOWN =
      new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE,
          "SIGN_IN_UNCHECKED",
          "Your sign-in cannot be checked at the moment; try again.");

  private final JwtDecoder decoder;
  private final JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();

  SocketTokens(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  /// Blocks for as long as the gateway's keys have to be fetched.
  ///
  /// @param authorization the header, empty when there is none
  public Caller read(String authorization) throws RefusedException {
    if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new RefusedException(Refusal.SIGNED_OUT);
    }
    Jwt token = decoded(authorization.substring(7));
    if (!scopes.convert(token).contains(new SimpleGrantedAuthority("SCOPE_write"))) {
      throw new RefusedException(Refusal.READ_ONLY_TOKEN);
    }
    return Caller.of(token);
  }

  private Jwt decoded(String token) throws RefusedException {
    try {
      return decoder.decode(token);
    } catch (BadJwtException e) {
      throw new RefusedException(Refusal.SIGNED_OUT);
    } catch (JwtException e) {
      throw new RefusedException(UNKNOWN);
    }
  }
}
