package dev.mockingbird.gateway.proxy;

import dev.mockingbird.gateway.problem.Problem;
import dev.mockingbird.gateway.problem.ProblemWriter;
import dev.mockingbird.gateway.site.PublicUrl;
import dev.mockingbird.gateway.site.RequestKind;
import dev.mockingbird.gateway.token.TokenAuthentication;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A browser sends our cookie along with whatever any page asks it to. So a live connection, which
/// neither CORS nor CSRF covers, is opened by pages of ours only; and a change that names its page
/// must name ours, so that a page on a sister domain, which can plant a CSRF cookie, gains nothing.
/// A script with a personal access token has no page.
@Component
@Order(-150)
class OriginCheck implements WebFilter {

  private final PublicUrl site;
  private final ProblemWriter problems;

  OriginCheck(PublicUrl site, ProblemWriter problems) {
    this.site = site;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return mayPass(exchange)
        ? chain.filter(exchange)
        : problems.write(
            exchange,
            Problem.of(
                HttpStatus.FORBIDDEN,
                "ORIGIN_REFUSED",
                "Only pages of " + site.origin() + " may do this. Open the app at that address."));
  }

  private boolean mayPass(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    List<String> origins = request.getHeaders().getOrEmpty(HttpHeaders.ORIGIN);
    boolean tokenTried = TokenAuthentication.isTried(exchange);
    if (isHandshake(request)) {
      return origins.isEmpty() ? tokenTried : isOurs(origins);
    }
    return RequestKind.reads(request) || origins.isEmpty() || tokenTried || isOurs(origins);
  }

  private static boolean isHandshake(ServerHttpRequest request) {
    return RequestKind.opensSocket(request)
        || request.getHeaders().containsHeader("Sec-WebSocket-Key")
        || "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
  }

  private boolean isOurs(List<String> origins) {
    return origins.size() == 1 && site.isOurs(origins.getFirst());
  }
}
