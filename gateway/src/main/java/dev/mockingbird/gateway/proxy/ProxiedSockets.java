package dev.mockingbird.gateway.proxy;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.session.SessionKeepAlive;
import dev.mockingbird.gateway.token.Tokens;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import reactor.core.publisher.Mono;

/// Keeps the session of an open socket alive, and closes the socket when the session or token it
/// was opened with is gone. (The service closes it much sooner; this is the second net.)
@Configuration(proxyBeanMethods = false)
class ProxiedSockets {

  @Bean
  @Primary
  WebSocketService watchedSockets(
      RequestUpgradeStrategy upgrade,
      SessionKeepAlive sessions,
      Tokens tokens,
      @Value("${mockingbird.sockets.touched-every:30s}") Duration every) {
    WebSocketService handshake = new HandshakeWebSocketService(upgrade);
    return (exchange, handler) ->
        exchange
            .getPrincipal()
            .ofType(Caller.class)
            .flatMap(
                caller ->
                    switch (caller.proof()) {
                      case Caller.BrowserSession _ ->
                          exchange.getSession().map(session -> sessions.touch(session.getId()));
                      case Caller.PersonalToken _ -> Mono.just(tokens.stillValid(caller));
                    })
            .flatMap(
                alive ->
                    handshake.handleRequest(exchange, new WatchedSocket(handler, alive, every)));
  }
}
