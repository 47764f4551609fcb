package dev.mockingbird.gateway.signin;

import dev.mockingbird.gateway.site.PublicUrl;
import dev.mockingbird.gateway.site.RequestKind;
import dev.mockingbird.gateway.token.TokenAuthentication;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// For requests that a browser sends with its cookie: whatever changes something must repeat the
/// cookie `XSRF-TOKEN` in the header `X-XSRF-TOKEN`, which only our own pages can.
final class Csrf {

  private Csrf() {}

  static CookieServerCsrfTokenRepository cookie(PublicUrl site) {
    CookieServerCsrfTokenRepository repository =
        CookieServerCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieCustomizer(
        cookie -> cookie.path("/").sameSite("Lax").secure(site.secure()));
    return repository;
  }

  static Mono<MatchResult> isNeeded(ServerWebExchange exchange) {
    return RequestKind.reads(exchange.getRequest()) || TokenAuthentication.isTried(exchange)
        ? MatchResult.notMatch()
        : MatchResult.match();
  }

  /// Webflux makes the token only when somebody asks for it; without this the cookie is never sent.
  /// What a shared cache may keep must not carry one visitor's cookie to the next.
  static Mono<Void> send(ServerWebExchange exchange, WebFilterChain chain) {
    if (RequestKind.isAsset(exchange.getRequest())) {
      return chain.filter(exchange);
    }
    Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
    return token.then(chain.filter(exchange));
  }
}
