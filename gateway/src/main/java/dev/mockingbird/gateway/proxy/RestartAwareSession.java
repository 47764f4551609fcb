package dev.mockingbird.gateway.proxy;

import io.netty.handler.codec.TooLongFrameException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Spring Cloud Gateway passes 1012 (restart) and a lost connection on as 1002 (protocol error),
/// after which a client would give up; both mean "come back", and so does this.
final class RestartAwareSession implements WebSocketSession {

  private final WebSocketSession session;

  RestartAwareSession(WebSocketSession session) {
    this.session = session;
  }

  @Override
  public Mono<Void> close(CloseStatus status) {
    return session.close(
        status.getCode() == CloseStatus.PROTOCOL_ERROR.getCode()
            ? WatchedSocket.COME_BACK
            : status);
  }

  @Override
  public String getId() {
    return session.getId();
  }

  @Override
  public HandshakeInfo getHandshakeInfo() {
    return session.getHandshakeInfo();
  }

  @Override
  public DataBufferFactory bufferFactory() {
    return session.bufferFactory();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return session.getAttributes();
  }

  /// Nobody listens any more when the service's side has ended. Reactor Netty answers that with an
  /// empty close frame, unless one with a reason is already on its way.
  @Override
  public Flux<WebSocketMessage> receive() {
    return session
        .receive()
        .onErrorResume(TooLongFrameException.class, this::tooBig)
        .doOnCancel(() -> session.close(WatchedSocket.COME_BACK).subscribe());
  }

  @Override
  public Mono<Void> send(Publisher<WebSocketMessage> messages) {
    AtomicBoolean tooBig = new AtomicBoolean();
    // A failure within what is sent would cut the connection without a close frame.
    Flux<WebSocketMessage> fitting =
        Flux.from(messages)
            .doOnError(TooLongFrameException.class, _ -> tooBig.set(true))
            .onErrorComplete(TooLongFrameException.class);
    return session
        .send(fitting)
        .then(
            Mono.defer(() -> tooBig.get() ? close(CloseStatus.TOO_BIG_TO_PROCESS) : Mono.empty()));
  }

  /// Said before the failure goes on: it also ends the other side, whose end would be told first.
  private Mono<WebSocketMessage> tooBig(TooLongFrameException error) {
    return session.close(WatchedSocket.TOO_LONG).then(Mono.error(error));
  }

  @Override
  public boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public Mono<CloseStatus> closeStatus() {
    return session.closeStatus();
  }

  @Override
  public WebSocketMessage textMessage(String payload) {
    return session.textMessage(payload);
  }

  @Override
  public WebSocketMessage binaryMessage(Function<DataBufferFactory, DataBuffer> payload) {
    return session.binaryMessage(payload);
  }

  @Override
  public WebSocketMessage pingMessage(Function<DataBufferFactory, DataBuffer> payload) {
    return session.pingMessage(payload);
  }

  @Override
  public WebSocketMessage pongMessage(Function<DataBufferFactory, DataBuffer> payload) {
    return session.pongMessage(payload);
  }
}
