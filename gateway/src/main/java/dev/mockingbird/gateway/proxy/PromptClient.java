package dev.mockingbird.gateway.proxy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Opens a socket to a service, and gives up when the handshake is not answered in time: a service
/// that takes the connection and says nothing would else keep the browser's socket silent for ever.
/// (Netty's response timeout does not cover a WebSocket handshake.)
record PromptClient(WebSocketClient client, Duration within) implements WebSocketClient {

  @Override
  public Mono<Void> execute(URI url, WebSocketHandler handler) {
    return execute(url, new HttpHeaders(), handler);
  }

  @Override
  public Mono<Void> execute(URI url, HttpHeaders headers, WebSocketHandler handler) {
    Sinks.Empty<Void> answered = Sinks.empty();
    Mono<Long> tooLate =
        Mono.delay(within).takeUntilOther(answered.asMono()).switchIfEmpty(Mono.never());
    return client.execute(url, headers, new Answered(handler, answered)).timeout(tooLate);
  }

  private record Answered(WebSocketHandler handler, Sinks.Empty<Void> answered)
      implements WebSocketHandler {

    @Override
    public List<String> getSubProtocols() {
      return handler.getSubProtocols();
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
      answered.tryEmitEmpty();
      return handler.handle(session);
    }
  }
}
