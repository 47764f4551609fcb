package dev.mockingbird.gateway.signin;

import dev.mockingbird.gateway.session.SessionCallers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Pending sign-ins, kept in the session of the browser that began them. Each state can be redeemed
/// once; the last few are kept, so that two tabs may sign in at the same time.
@Component
class PendingSignIns implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String ATTRIBUTE = "sign-ins";
  private static final String RETURN_TO = PendingSignIns.class.getName() + ".returnTo";
  private static final int MOST = 5;

  private final SessionCallers callers;
  private final JsonMapper json;

  PendingSignIns(SessionCallers callers, JsonMapper json) {
    this.callers = callers;
    this.json = json;
  }

  /// Where the sign-in that this exchange has just redeemed wants to go.
  static String returnTo(ServerWebExchange exchange) {
    return exchange.getAttributeOrDefault(RETURN_TO, ReturnTo.HOME);
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .flatMap(session -> Mono.justOrEmpty(find(read(session), exchange)))
        .map(PendingSignIn::toRequest);
  }

  @Override
  public Mono<Void> saveAuthorizationRequest(
      OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
    String wish = exchange.getRequest().getQueryParams().getFirst("returnTo");
    PendingSignIn pending = PendingSignIn.of(request, ReturnTo.safe(wish));
    return exchange
        .getSession()
        .doOnNext(
            session -> {
              callers.waitForSignIn(session);
              List<PendingSignIn> all = new ArrayList<>(read(session));
              all.add(pending);
              write(session, all.subList(Math.max(0, all.size() - MOST), all.size()));
            })
        .then();
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .flatMap(
            session -> {
              List<PendingSignIn> all = read(session);
              Optional<PendingSignIn> found = find(all, exchange);
              found.ifPresent(
                  pending -> {
                    exchange.getAttributes().put(RETURN_TO, pending.returnTo());
                    write(session, all.stream().filter(other -> !other.equals(pending)).toList());
                  });
              return Mono.justOrEmpty(found);
            })
        .map(PendingSignIn::toRequest);
  }

  private static Optional<PendingSignIn> find(List<PendingSignIn> all, ServerWebExchange exchange) {
    String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
    return all.stream().filter(pending -> pending.state().equals(state)).findFirst();
  }

  private List<PendingSignIn> read(WebSession session) {
    String text = session.getAttribute(ATTRIBUTE);
    return text == null ? List.of() : json.readValue(text, new TypeReference<>() {});
  }

  private void write(WebSession session, List<PendingSignIn> all) {
    if (all.isEmpty()) {
      session.getAttributes().remove(ATTRIBUTE);
    } else {
      session.getAttributes().put(ATTRIBUTE, json.writeValueAsString(all));
    }
  }
}
