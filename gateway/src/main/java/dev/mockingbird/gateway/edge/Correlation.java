package dev.mockingbird.gateway.edge;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Gives every request the id by which it is found again in the logs of all services.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Correlation implements WebFilter {

  static final String HEADER = "X-Correlation-Id";
  private static final String LOGGED_AS = "correlationId";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9-]{8,64}");

  Correlation() {
    ContextRegistry.getInstance()
        .registerThreadLocalAccessor(new Slf4jThreadLocalAccessor(LOGGED_AS));
  }

  static boolean isWellFormed(@Nullable String id) {
    return id != null && WELL_FORMED.matcher(id).matches();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String given = exchange.getRequest().getHeaders().getFirst(HEADER);
    String id = given != null && isWellFormed(given) ? given : UUID.randomUUID().toString();
    exchange
        .getResponse()
        .beforeCommit(
            () -> Mono.fromRunnable(() -> exchange.getResponse().getHeaders().set(HEADER, id)));
    return chain
        .filter(exchange.mutate().request(request -> request.header(HEADER, id)).build())
        .contextWrite(
            context -> context.put(Slf4jThreadLocalAccessor.KEY, java.util.Map.of(LOGGED_AS, id)));
  }
}
