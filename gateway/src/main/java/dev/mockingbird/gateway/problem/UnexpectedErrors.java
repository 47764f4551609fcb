package dev.mockingbird.gateway.problem;

import io.lettuce.core.RedisException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/// Turns whatever went wrong into a problem; runs before Boot's own page, which has order -1.
@Component
@Order(-2)
class UnexpectedErrors implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(UnexpectedErrors.class);

  private final ProblemWriter problems;

  UnexpectedErrors(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(error);
    }
    Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    Problem problem = problem(error, route);
    // The path may hold an invitation's secret, so the route's name stands for it.
    String place = route == null ? "the gateway" : route.getId();
    if (problem.status() == 500) {
      log.error("{} on {}", problem.code(), place, error);
    } else if (problem.status() > 500) {
      log.warn("{} on {}: {}", problem.code(), place, error.toString());
    }
    return problems.write(exchange, problem);
  }

  static Problem problem(Throwable error, @Nullable Route route) {
    return switch (error) {
      case ResponseStatusException refused when refused.getStatusCode().value() == 404 ->
          Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing at this address.");
      case ResponseStatusException late when late.getStatusCode().value() == 504 && route != null ->
          tooSlow(route.getId());
      case ResponseStatusException refused -> refused(refused);
      case TimeoutException _ when route != null -> tooSlow(route.getId());
      case IOException _ when route != null -> unavailable(route.getId());
      // Netty's word for a connection lost within the headers of an answer.
      case PrematureChannelClosureException _ when route != null -> unavailable(route.getId());
      case DataAccessException _ -> unavailable("redis");
      case RedisException _ -> unavailable("redis");
      default ->
          Problem.of(
              HttpStatus.INTERNAL_SERVER_ERROR,
              "INTERNAL_ERROR",
              "Something went wrong here. Try again; if it stays, tell the organiser the"
                  + " X-Correlation-Id of this answer.");
    };
  }

  private static Problem refused(ResponseStatusException refused) {
    HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
    String reason = refused.getReason();
    return Problem.of(
        status, status.name(), reason == null ? status.getReasonPhrase() + "." : reason);
  }

  private static Problem unavailable(String service) {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "SERVICE_UNAVAILABLE",
            service + " cannot be reached at the moment. Try again in a few seconds.")
        .with(Map.of("service", service));
  }

  private static Problem tooSlow(String service) {
    return Problem.of(
            HttpStatus.GATEWAY_TIMEOUT,
            "SERVICE_TIMEOUT",
            service + " did not answer in time. Try again in a few seconds.")
        .with(Map.of("service", service));
  }
}
