package dev.mockingbird.gateway.proxy;

import dev.mockingbird.gateway.identity.IdentityTokens;
import dev.mockingbird.gateway.person.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Passes on only headers that are known to be harmless, and puts the minted token where a caller
/// might have put one of their own. A list of what to pass beats a list of what to strip: nobody
/// can name all headers that some service may one day believe.
@Component
class IdentityRelay implements GlobalFilter, Ordered {

  private static final Set<String> PASSED =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "host",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "origin",
          "range",
          "traceparent",
          "tracestate",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "x-correlation-id");

  private final IdentityTokens tokens;

  IdentityRelay(IdentityTokens tokens) {
    this.tokens = tokens;
  }

  static boolean isPassed(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return PASSED.contains(name) || name.startsWith("sec-websocket-");
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 100;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return exchange
        .getPrincipal()
        .ofType(Caller.class)
        .flatMap(tokens::mint)
        .defaultIfEmpty("")
        .flatMap(token -> chain.filter(relayed(exchange, token.isEmpty() ? null : token)));
  }

  private static ServerWebExchange relayed(ServerWebExchange exchange, @Nullable String token) {
    return exchange
        .mutate()
        .request(request -> request.headers(headers -> rewrite(headers, token)))
        .build();
  }

  private static void rewrite(HttpHeaders headers, @Nullable String token) {
    List.copyOf(headers.headerNames()).stream()
        .filter(name -> !isPassed(name))
        .forEach(headers::remove);
    if (token != null) {
      headers.setBearerAuth(token);
    }
  }
}
