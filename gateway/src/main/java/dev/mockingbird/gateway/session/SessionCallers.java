package dev.mockingbird.gateway.session;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.person.Caller.BrowserSession;
import dev.mockingbird.gateway.person.People;
import dev.mockingbird.gateway.person.Profile;
import dev.mockingbird.gateway.person.RoleSettings;
import dev.mockingbird.gateway.person.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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

  private final People people;
  private final RoleSettings roles;
  private final SignOuts signOuts;
  private final OpenSessions open;
  private final SessionSettings settings;
  private final Duration idle;
  private final Clock clock;

  SessionCallers(
      People people,
      RoleSettings roles,
      SignOuts signOuts,
      OpenSessions open,
      SessionSettings settings,
      @Value("${spring.session.timeout}") Duration idle,
      Clock clock) {
    this.people = people;
    this.roles = roles;
    this.signOuts = signOuts;
    this.open = open;
    this.settings = settings;
    this.idle = idle;
    this.clock = clock;
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .flatMap(session -> Mono.justOrEmpty(SignedInSession.of(session)))
        .filter(signedIn -> !signedIn.isOver(clock.instant(), settings.longest()))
        .flatMap(signedIn -> people.find(signedIn.person()).map(it -> caller(it, signedIn)))
        .map(SecurityContextImpl::new);
  }

  private Caller caller(Profile profile, SignedInSession signedIn) {
    return new Caller(
        profile,
        roles.of(profile, clock.instant()),
        Scope.WRITE,
        new BrowserSession(signedIn.handle()));
  }

  /// A session that only waits for somebody to come back from GitHub.
  public void waitForSignIn(WebSession session) {
    if (SignedInSession.of(session) == null) {
      session.setMaxIdleTime(settings.signInWithin());
    }
  }

  /// Signed in: a new session id, so that an id planted before is worth nothing. Somebody else than
  /// before also gets a new handle, so that the sockets of whoever used this browser are closed.
  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    if (context == null
        || context.getAuthentication() == null
        || !(context.getAuthentication().getPrincipal() instanceof Signed signed)) {
      return Mono.empty();
    }
    return exchange.getSession().flatMap(session -> signIn(session, signed.profile().id()));
  }

  private Mono<Void> signIn(WebSession session, String person) {
    SignedInSession before = SignedInSession.of(session);
    SignedInSession same = before != null && before.person().equals(person) ? before : null;
    String handle = same == null ? UUID.randomUUID().toString() : same.handle();
    new SignedInSession(person, handle, clock.instant()).writeTo(session);
    session.setMaxIdleTime(idle);
    Mono<Void> signedIn =
        session
            .changeSessionId()
            .then(Mono.defer(() -> open.remember(person, handle, session.getId())));
    return before == null || same != null ? signedIn : signedIn.then(end(before));
  }

  private Mono<Void> end(SignedInSession before) {
    return open.forget(before.person(), before.handle()).then(signOuts.ofHandle(before.handle()));
  }

  /// A principal that carries the profile of somebody who has just signed in.
  public interface Signed {
    Profile profile();
  }
}
