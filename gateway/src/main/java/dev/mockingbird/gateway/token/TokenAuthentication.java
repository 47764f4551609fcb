package dev.mockingbird.gateway.token;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.problem.Problem;
import dev.mockingbird.gateway.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Signs a request in by the personal access token it carries. A request with an `Authorization`
/// header is never signed in by its cookie as well, so it needs no CSRF token.
@Component
public class TokenAuthentication {

  private static final String BEARER = "Bearer ";
  private static final String ENDS = "Mockingbird-Token-Expires-At";

  private final Tokens tokens;
  private final ProblemWriter problems;

  TokenAuthentication(Tokens tokens, ProblemWriter problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  public static boolean isTried(ServerWebExchange exchange) {
    return header(exchange) != null;
  }

  public AuthenticationWebFilter filter() {
    ReactiveAuthenticationManager manager =
        tried -> tokens.check(String.valueOf(tried.getCredentials())).cast(Authentication.class);
    AuthenticationWebFilter filter = new AuthenticationWebFilter(manager);
    filter.setServerAuthenticationConverter(
        exchange -> Mono.justOrEmpty(header(exchange)).map(TokenAuthentication::tried));
    filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
    filter.setAuthenticationSuccessHandler(TokenAuthentication::tellOfTheEnd);
    filter.setAuthenticationFailureHandler(this::refuse);
    return filter;
  }

  private static @Nullable String header(ServerWebExchange exchange) {
    return exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
  }

  private static Authentication tried(String header) {
    String text =
        header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? header.substring(BEARER.length()).strip()
            : "";
    return UsernamePasswordAuthenticationToken.unauthenticated("", text);
  }

  /// With each answer, so that no script is surprised.
  private static Mono<Void> tellOfTheEnd(WebFilterExchange filtered, Authentication caller) {
    if (caller instanceof Caller known && known.proof() instanceof Caller.PersonalToken token) {
      filtered.getExchange().getResponse().getHeaders().set(ENDS, token.expiresAt().toString());
    }
    return filtered.getChain().filter(filtered.getExchange());
  }

  private Mono<Void> refuse(WebFilterExchange filtered, AuthenticationException refusal) {
    Problem problem =
        refusal instanceof TokenRefused refused
            ? refused.problem()
            : Problem.of(
                HttpStatus.UNAUTHORIZED, "TOKEN_UNKNOWN", "This access token is not known here.");
    filtered
        .getExchange()
        .getResponse()
        .getHeaders()
        .set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    return problems.write(filtered.getExchange(), problem);
  }
}
