package dev.mockingbird.gateway.session;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.person.Caller.BrowserSession;
import dev.mockingbird.gateway.person.People;
import dev.mockingbird.gateway.person.Profile;
import dev.mockingbird.gateway.person.RoleSettings;
import dev.mockingbird.gateway.person.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Keeps in the session only who signed in, and asks for profile and roles at each request: a role
/// taken away is gone with the next click.
@Component
public class SessionCallers implements ServerSecurityContextRepository {

  private static final String PERSON = "person";
  private static final String HANDLE = "handle";

  private final People people;
  private final RoleSettings roles;
  private final SignOuts signOuts;

  SessionCallers(People people, RoleSettings roles, SignOuts signOuts) {
    this.people = people;
    this.roles = roles;
    this.signOuts = signOuts;
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .flatMap(
            session -> {
              String person = session.getAttribute(PERSON);
              String handle = session.getAttribute(HANDLE);
              return person == null || handle == null
                  ? Mono.<Caller>empty()
                  : people
                      .find(person)
                      .map(
                          profile ->
                              new Caller(
                                  profile,
                                  roles.of(profile),
                                  Scope.WRITE,
                                  new BrowserSession(handle)));
            })
        .map(SecurityContextImpl::new);
  }

  /// Signed in: a new session id, so that an id planted before is worth nothing, and a new handle,
  /// so that sockets of whoever used this browser before are closed.
  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    if (context == null
        || context.getAuthentication() == null
        || !(context.getAuthentication().getPrincipal() instanceof Signed signed)) {
      return Mono.empty();
    }
    return exchange.getSession().flatMap(session -> signIn(session, signed.profile()));
  }

  private Mono<Void> signIn(WebSession session, Profile profile) {
    String before = session.getAttribute(PERSON);
    String handle = session.getAttribute(HANDLE);
    if (handle == null || !profile.id().equals(before)) {
      session.getAttributes().put(PERSON, profile.id());
      session.getAttributes().put(HANDLE, UUID.randomUUID().toString());
    }
    Mono<Void> changed = session.changeSessionId();
    return handle == null || profile.id().equals(before)
        ? changed
        : changed.then(signOuts.ofHandle(handle));
  }

  /// A principal that carries the profile of somebody who has just signed in.
  public interface Signed {
    Profile profile();
  }
}
