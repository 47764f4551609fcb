package dev.mockingbird.gateway.signin;

import java.util.Set;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import reactor.core.publisher.Mono;

/// Trades the code for an access token. Servers have several names for a code that they do not
/// take; from here on it has one.
final class CodeExchange
    implements ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

  static final String CODE_REFUSED = "code_refused";

  /// GitHub's, the one of RFC 6749, and what some servers say when the PKCE verifier does not fit.
  private static final Set<String> REFUSALS =
      Set.of("bad_verification_code", "invalid_grant", "invalid_request");

  private final WebClientReactiveAuthorizationCodeTokenResponseClient client =
      new WebClientReactiveAuthorizationCodeTokenResponseClient();

  @Override
  public Mono<OAuth2AccessTokenResponse> getTokenResponse(
      OAuth2AuthorizationCodeGrantRequest request) {
    return client
        .getTokenResponse(request)
        .onErrorMap(
            OAuth2AuthorizationException.class,
            error -> REFUSALS.contains(error.getError().getErrorCode()) ? refused(error) : error);
  }

  private static OAuth2AuthorizationException refused(OAuth2AuthorizationException error) {
    return new OAuth2AuthorizationException(
        new OAuth2Error(CODE_REFUSED, error.getMessage(), null), error);
  }
}
