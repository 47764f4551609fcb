package dev.mockingbird.gateway.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/// After GitHub: back to where the person wanted to go, or to the sign-in page with the reason.
@Component
class SignInOutcome
    implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {

  private static final Logger log = LoggerFactory.getLogger(SignInOutcome.class);

  /// What the sign-in page explains; the lower-case name is in its address.
  enum Reason {
    /// Started too long ago, in another browser, or already used: the state is not known here.
    EXPIRED,
    /// The person said no at GitHub.
    DENIED,
    /// GitHub did not take the code: used before, or too old.
    REFUSED,
    /// GitHub could not be reached or answered nonsense.
    GITHUB;

    static Reason of(AuthenticationException error) {
      if (!(error instanceof OAuth2AuthenticationException oauth)) {
        return GITHUB;
      }
      return switch (oauth.getError().getErrorCode()) {
        case "authorization_request_not_found", "invalid_state_parameter", "invalid_request" ->
            EXPIRED;
        case "access_denied" -> DENIED;
        case CodeExchange.CODE_REFUSED -> REFUSED;
        default -> GITHUB;
      };
    }
  }

  @Override
  public Mono<Void> onAuthenticationSuccess(WebFilterExchange filtered, Authentication signedIn) {
    log.info("{} signed in", signedIn.getName());
    return redirect(filtered.getExchange(), PendingSignIns.returnTo(filtered.getExchange()));
  }

  @Override
  public Mono<Void> onAuthenticationFailure(
      WebFilterExchange filtered, AuthenticationException error) {
    Reason reason = Reason.of(error);
    log.warn("Sign-in failed: {} ({})", reason, error.getMessage());
    String returnTo = PendingSignIns.returnTo(filtered.getExchange());
    return redirect(
        filtered.getExchange(),
        "/sign-in?error="
            + reason.name().toLowerCase(java.util.Locale.ROOT)
            + (returnTo.equals(ReturnTo.HOME)
                ? ""
                : "&returnTo=" + UriUtils.encode(returnTo, StandardCharsets.UTF_8)));
  }

  private static Mono<Void> redirect(ServerWebExchange exchange, String path) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatus.FOUND);
    response.getHeaders().setLocation(URI.create(path));
    return response.setComplete();
  }
}
