package dev.mockingbird.gateway.proxy;

import dev.mockingbird.gateway.problem.Problem;
import dev.mockingbird.gateway.problem.ProblemWriter;
import dev.mockingbird.gateway.site.PublicUrl;
import dev.mockingbird.gateway.token.TokenAuthentication;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A browser opens a socket for any page, with our cookie; neither CORS nor CSRF covers that. So
/// the page must be ours. A script with a personal access token has no page.
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
    return !isHandshake(exchange.getRequest()) || mayOpen(exchange)
        ? chain.filter(exchange)
        : problems.write(
            exchange,
            Problem.of(
                HttpStatus.FORBIDDEN,
                "ORIGIN_REFUSED",
                "Live connections are opened from "
                    + site.origin()
                    + " only. Open the app at that address."));
  }

  private static boolean isHandshake(ServerHttpRequest request) {
    return request.getPath().value().startsWith("/ws/")
        || request.getHeaders().containsHeader("Sec-WebSocket-Key")
        || "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
  }

  private boolean mayOpen(ServerWebExchange exchange) {
    List<String> origins = exchange.getRequest().getHeaders().getOrEmpty("Origin");
    return origins.isEmpty()
        ? TokenAuthentication.isTried(exchange)
        : origins.size() == 1 && site.isOurs(origins.getFirst());
  }
}
