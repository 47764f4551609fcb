package dev.mockingbird.gateway.session;

import java.time.Clock;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Frames of a socket do not touch the session they came through; this does.
@Component
public class SessionKeepAlive {

  private final ReactiveSessionRepository<? extends Session> sessions;
  private final Clock clock;

  SessionKeepAlive(ReactiveSessionRepository<? extends Session> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /// False when the session has ended.
  public Mono<Boolean> touch(String sessionId) {
    return touch(sessions, sessionId);
  }

  private <S extends Session> Mono<Boolean> touch(
      ReactiveSessionRepository<S> repository, String sessionId) {
    return repository
        .findById(sessionId)
        .flatMap(
            session -> {
              session.setLastAccessedTime(clock.instant());
              // Saving fails when the session was ended between the two calls: it stays ended.
              return repository
                  .save(session)
                  .thenReturn(true)
                  .onErrorReturn(IllegalStateException.class, false);
            })
        .defaultIfEmpty(false);
  }
}
