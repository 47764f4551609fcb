package dev.mockingbird.gateway.proxy;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.session.OpenSessions;
import dev.mockingbird.gateway.token.Tokens;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.WebsocketServerSpec;

/// Keeps the session of an open socket alive, and closes the socket when the session or token it
/// was opened with is gone. (The service closes it much sooner; this is the second net.)
@Configuration(proxyBeanMethods = false)
class ProxiedSockets {

  /// The largest frame from a browser: an edit holds at most 64 Ki characters, a bank import goes
  /// over HTTP.
  private static final int FROM_BROWSER = 256 * 1024;

  /// The largest frame from a service: a welcome carries a whole room, with up to a million
  /// characters in its documents and as much again in its questions and answers, of at most three
  /// bytes each.
  private static final int FROM_SERVICE = 16 * 1024 * 1024;

  @Bean
  @Primary
  RequestUpgradeStrategy browserSockets() {
    return new ReactorNettyRequestUpgradeStrategy(
        () -> WebsocketServerSpec.builder().maxFramePayloadLength(FROM_BROWSER));
  }

  /// @param within how long a service may take to answer a handshake
  @Bean
  @Primary
  WebSocketClient serviceSockets(
      HttpClient client, @Value("${mockingbird.sockets.answered-within:5s}") Duration within) {
    return new PromptClient(
        new ReactorNettyWebSocketClient(
            client, () -> WebsocketClientSpec.builder().maxFramePayloadLength(FROM_SERVICE)),
        within);
  }

  @Bean
  @Primary
  WebSocketService watchedSockets(
      RequestUpgradeStrategy upgrade,
      OpenSessions sessions,
      Tokens tokens,
      Stopping stopping,
      @Value("${mockingbird.sockets.touched-every:30s}") Duration every) {
    WebSocketService handshake = new HandshakeWebSocketService(upgrade);
    return (exchange, handler) ->
        exchange
            .getPrincipal()
            .ofType(Caller.class)
            .flatMap(
                caller ->
                    handshake.handleRequest(
                        exchange,
                        new WatchedSocket(
                            handler,
                            stillSignedIn(caller, sessions, tokens),
                            every,
                            stopping.begun())));
  }

  private static Mono<Boolean> stillSignedIn(Caller caller, OpenSessions sessions, Tokens tokens) {
    return switch (caller.proof()) {
      case Caller.BrowserSession(String handle) -> sessions.touch(caller.profile().id(), handle);
      case Caller.PersonalToken _ -> tokens.stillValid(caller);
    };
  }
}
