package dev.mockingbird.gateway.edge;

import dev.mockingbird.gateway.problem.Problem;
import dev.mockingbird.gateway.problem.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Says why Spring Security's firewall let nothing through: a path with `//`, `;` or an encoded
/// slash is read differently by different readers.
@Component
class RefusedAddresses implements ServerExchangeRejectedHandler {

  private final ProblemWriter problems;

  RefusedAddresses(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException refusal) {
    return problems.write(
        exchange,
        Problem.of(
            HttpStatus.BAD_REQUEST,
            "BAD_REQUEST",
            "This request is written in a way that could be read in two ways."));
  }
}
