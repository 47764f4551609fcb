package dev.mockingbird.gateway.token;

import dev.mockingbird.gateway.problem.Problem;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/// Spring Security's way to say that a token is worth nothing.
final class TokenRefused extends AuthenticationException {

  private final transient Problem problem;

  private TokenRefused(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  static TokenRefused unknown() {
    return new TokenRefused(
        Problem.of(
            HttpStatus.UNAUTHORIZED,
            "TOKEN_UNKNOWN",
            "This access token is not known here. It may have been revoked; make a new one in the"
                + " app under Access tokens."));
  }

  static TokenRefused expired(Instant expiredAt) {
    return new TokenRefused(
        Problem.of(
                HttpStatus.UNAUTHORIZED,
                "TOKEN_EXPIRED",
                "This access token ended at "
                    + expiredAt
                    + ". Make a new one in the app under Access tokens.")
            .with(Map.of("expiredAt", expiredAt.toString())));
  }
}
