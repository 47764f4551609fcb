package dev.mockingbird.gateway.session;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.ReactiveHashOperations;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds a session by the handle that services and sockets know it by, whatever its id is by now:
/// `mockingbird:sessions-of:<person>` is a hash, handle → session id.
@Component
public class OpenSessions {

  private static final Duration RENAMED_WITHIN = Duration.ofSeconds(1);

  private final ReactiveStringRedisTemplate redis;
  private final ReactiveHashOperations<String, String, String> hashes;
  private final ReactiveSessionRepository<? extends Session> sessions;
  private final SessionSettings settings;
  private final Clock clock;

  OpenSessions(
      ReactiveStringRedisTemplate redis,
      ReactiveSessionRepository<? extends Session> sessions,
      SessionSettings settings,
      Clock clock) {
    this.redis = redis;
    this.hashes = redis.opsForHash();
    this.sessions = sessions;
    this.settings = settings;
    this.clock = clock;
  }

  Mono<Void> remember(String person, String handle, String sessionId) {
    return hashes
        .put(key(person), handle, sessionId)
        .then(redis.expire(key(person), settings.longest()))
        .then();
  }

  Mono<Void> forget(String person, String handle) {
    return hashes.remove(key(person), handle).then();
  }

  /// Ends all sessions of the person; their handles.
  Flux<String> endAll(String person) {
    return hashes
        .entries(key(person))
        .concatMap(
            open ->
                sessions
                    .deleteById(open.getValue())
                    .then(forget(person, open.getKey()))
                    .thenReturn(open.getKey()));
  }

  /// Frames of a socket do not touch the session they came through; this does. False when the
  /// session has ended, for a second at least: a sign-in renames it before it is remembered here.
  public Mono<Boolean> touch(String person, String handle) {
    return touchOnce(person, handle)
        .switchIfEmpty(Mono.delay(RENAMED_WITHIN).then(touchOnce(person, handle)))
        .defaultIfEmpty(false);
  }

  private Mono<Boolean> touchOnce(String person, String handle) {
    return Mono.defer(() -> hashes.get(key(person), handle))
        .flatMap(sessionId -> touch(sessions, sessionId, handle))
        .filter(stillOpen -> stillOpen);
  }

  private <S extends Session> Mono<Boolean> touch(
      ReactiveSessionRepository<S> repository, String sessionId, String handle) {
    return repository
        .findById(sessionId)
        .filter(session -> isOpen(SignedInSession.of(session), handle))
        .flatMap(
            session -> {
              session.setLastAccessedTime(clock.instant());
              // Saving fails when the session was ended between the two calls: it stays ended.
              return repository
                  .save(session)
                  .thenReturn(true)
                  .onErrorReturn(IllegalStateException.class, false);
            });
  }

  private boolean isOpen(@Nullable SignedInSession signedIn, String handle) {
    return signedIn != null
        && signedIn.handle().equals(handle)
        && !signedIn.isOver(clock.instant(), settings.longest());
  }

  private static String key(String person) {
    return "mockingbird:sessions-of:" + person;
  }
}
