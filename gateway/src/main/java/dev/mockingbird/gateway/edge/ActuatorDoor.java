package dev.mockingbird.gateway.edge;

import dev.mockingbird.gateway.problem.Problem;
import dev.mockingbird.gateway.problem.ProblemWriter;
import dev.mockingbird.gateway.site.Proxied;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Health and metrics answer on loopback only, and not to what a proxy on this machine passes on.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ActuatorDoor implements WebFilter {

  /// Read as the handler behind it reads: `/%61ctuator` is the same place.
  private static final PathPattern INSIDE = PathPatternParser.defaultInstance.parse("/actuator/**");

  private final ProblemWriter problems;

  ActuatorDoor(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    boolean hidden =
        INSIDE.matches(exchange.getRequest().getPath().pathWithinApplication())
            && !isFromHere(
                exchange.getRequest().getRemoteAddress(), exchange.getRequest().getHeaders());
    return hidden
        ? problems.write(
            exchange,
            Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing at this address."))
        : chain.filter(exchange);
  }

  static boolean isFromHere(@Nullable InetSocketAddress remote, HttpHeaders headers) {
    return remote != null
        && remote.getAddress() != null
        && remote.getAddress().isLoopbackAddress()
        && !Proxied.isMarked(headers);
  }
}
