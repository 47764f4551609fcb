package dev.mockingbird.gateway.proxy;

import java.util.Map;
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
    return session.receive().doOnCancel(() -> session.close(WatchedSocket.COME_BACK).subscribe());
  }

  @Override
  public Mono<Void> send(Publisher<WebSocketMessage> messages) {
    return session.send(messages);
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
