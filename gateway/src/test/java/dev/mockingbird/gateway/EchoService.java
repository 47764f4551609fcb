package dev.mockingbird.gateway;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

/// A service behind the gateway that shows what has reached it: each HTTP answer and the first
/// frame of each socket are the headers, as JSON. A socket then echoes; `close 4401` closes with
/// that code, and `say 300000` says that many characters.
final class EchoService implements AutoCloseable {

  private static final int FRAME = 8 * 1024 * 1024;
  private final JsonMapper json = new JsonMapper();
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final DisposableServer server =
      HttpServer.create()
          .channelGroup(connections)
          .host("127.0.0.1")
          .port(0)
          .route(
              routes ->
                  routes
                      .ws(
                          "/ws/{room}",
                          (in, out) -> {
                            Flux<WebSocketFrame> frames =
                                in.receive()
                                    .asString()
                                    .takeUntil(text -> text.startsWith("close "))
                                    .flatMap(
                                        text ->
                                            text.startsWith("close ")
                                                ? out.sendClose(
                                                        Integer.parseInt(text.substring(6)), "")
                                                    .then(Mono.<WebSocketFrame>empty())
                                                : answer(text));
                            return out.sendObject(
                                Flux.concat(
                                    Mono.just(new TextWebSocketFrame(headers(in.headers()))),
                                    frames));
                          },
                          WebsocketServerSpec.builder().maxFramePayloadLength(FRAME).build())
                      .route(
                          _ -> true,
                          (request, response) ->
                              response
                                  .header("Content-Type", "application/json")
                                  .header("Set-Cookie", "stray=1")
                                  .header("X-Frame-Options", "SAMEORIGIN")
                                  .sendString(
                                      request
                                          .receive()
                                          .aggregate()
                                          .asString()
                                          .defaultIfEmpty("")
                                          .map(_ -> headers(request.requestHeaders())))))
          .bindNow();

  /// In small parts, as Tomcat sends a long message.
  private static Flux<WebSocketFrame> answer(String text) {
    if (!text.startsWith("say ")) {
      return Flux.just(new TextWebSocketFrame(text));
    }
    int thousands = Integer.parseInt(text.substring(4)) / 1000;
    return Flux.range(0, thousands)
        .map(
            part ->
                part == 0
                    ? new TextWebSocketFrame(thousands == 1, 0, "字".repeat(1000))
                    : new ContinuationWebSocketFrame(part == thousands - 1, 0, "字".repeat(1000)));
  }

  String uri() {
    return "http://127.0.0.1:" + server.port();
  }

  private String headers(HttpHeaders headers) {
    Map<String, String> shown = new TreeMap<>();
    headers.forEach(
        header -> shown.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
    return json.writeValueAsString(shown);
  }

  /// As a killed process does: connections end without a word.
  @Override
  public void close() {
    connections.close().awaitUninterruptibly();
    server.disposeNow();
  }
}
