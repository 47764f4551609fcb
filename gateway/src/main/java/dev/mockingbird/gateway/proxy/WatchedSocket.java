package dev.mockingbird.gateway.proxy;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// One proxied socket, with somebody asking from time to time whether it may stay.
final class WatchedSocket implements WebSocketHandler {

  static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "signed out");
  static final CloseStatus COME_BACK = new CloseStatus(1012, "the service is restarting");
  static final CloseStatus TOO_LONG =
      CloseStatus.TOO_BIG_TO_PROCESS.withReason("A frame holds at most 256 KB");
  private static final Logger log = LoggerFactory.getLogger(WatchedSocket.class);

  private final WebSocketHandler proxy;
  private final Mono<Boolean> alive;
  private final Duration every;
  private final Mono<Void> stopping;

  /// @param alive asked again and again, and false once the socket may stay no longer
  /// @param stopping completes when the gateway goes down
  WatchedSocket(WebSocketHandler proxy, Mono<Boolean> alive, Duration every, Mono<Void> stopping) {
    this.proxy = proxy;
    this.alive = alive;
    this.every = every;
    this.stopping = stopping;
  }

  @Override
  public List<String> getSubProtocols() {
    return proxy.getSubProtocols();
  }

  @Override
  public Mono<Void> handle(WebSocketSession session) {
    Sinks.Empty<Void> over = Sinks.empty();
    Mono<Void> proxied =
        proxy
            .handle(new RestartAwareSession(session))
            .onErrorResume(error -> session.close(afterFailure(error)))
            .doFinally(_ -> over.tryEmitEmpty());
    Flux<CloseStatus> gone =
        Flux.interval(every)
            .onBackpressureDrop()
            .concatMap(_ -> alive.onErrorReturn(true))
            .filter(stays -> !stays)
            .map(_ -> SIGNED_OUT);
    // Only the asking is ended by `over`: a close frame on its way must not be cancelled.
    Mono<CloseStatus> end =
        gone.mergeWith(stopping.thenReturn(COME_BACK)).takeUntilOther(over.asMono()).next();
    return proxied.and(end.flatMap(session::close));
  }

  private static CloseStatus afterFailure(Throwable error) {
    log.warn("A proxied socket failed: {}", error.toString());
    return switch (error) {
      case TooLongFrameException _ -> TOO_LONG;
      case IOException _, TimeoutException _, WebSocketHandshakeException _ -> COME_BACK;
      default -> CloseStatus.SERVER_ERROR;
    };
  }
}
