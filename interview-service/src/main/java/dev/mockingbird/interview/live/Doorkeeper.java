package dev.mockingbird.interview.live;

import dev.mockingbird.interview.web.Caller;
import dev.mockingbird.interview.web.Refusal;
import dev.mockingbird.interview.web.RefusedException;
import dev.mockingbird.interview.web.SocketTokens;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.util.AttributeKey;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Lets people in: a request for `/ws/rooms/{id}` with the gateway's token, from our own pages
/// where a browser says whose it is. Whatever else comes is answered with a problem detail.
@Component
@ChannelHandler.Sharable
class Doorkeeper extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger log = LoggerFactory.getLogger(Doorkeeper.class);
  private static final Pattern ROOM = Pattern.compile("/ws/rooms/([A-Za-z0-9_-]{1,64})(?:\\?.*)?");
  private static final int REQUEST_SECONDS = 10;
  private static final WebSocketDecoderConfig FRAMES =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(LiveSocket.LONGEST_FRAME)
          .closeOnProtocolViolation(false)
          .withUTF8Validator(false) // whoever reads the JSON sees it
          .build();

  private static final String VERSION = "13";
  private static final AttributeKey<Boolean> ASKED = AttributeKey.valueOf("asked");

  private static final Refusal UNREADABLE =
      new Refusal(
          HttpStatus.BAD_REQUEST, "BAD_REQUEST", "This is no HTTP request that we can read.");
  private static final Refusal ELSEWHERE =
      new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND", "Rooms are at /ws/rooms/{id}.");
  private static final Refusal FOREIGN =
      new Refusal(
          HttpStatus.FORBIDDEN,
          "FOREIGN_ORIGIN",
          "Only pages of this installation's public address may open a room.");
  private static final Refusal NO_SOCKET =
      new Refusal(
          HttpStatus.BAD_REQUEST, "NO_WEBSOCKET", "A room is opened as a WebSocket, version 13.");
  private static final Refusal NOT_NOW =
      new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "This did not work; try again.");

  private final LiveEndpoint endpoint;
  private final SocketTokens tokens;
  private final String site;

  Doorkeeper(
      LiveEndpoint endpoint,
      SocketTokens tokens,
      @Value("${mockingbird.public.url}") String publicUrl) {
    this.endpoint = endpoint;
    this.tokens = tokens;
    this.site = publicUrl.replaceAll("/+$", "");
  }

  /// Whoever does not ask is not waited for.
  @Override
  public void channelActive(ChannelHandlerContext context) {
    context
        .executor()
        .schedule(
            () -> {
              if (!context.isRemoved()) {
                context.close();
              }
            },
            REQUEST_SECONDS,
            TimeUnit.SECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    String origin = request.headers().get(HttpHeaderNames.ORIGIN, site);
    Matcher path = ROOM.matcher(request.uri());
    if (context.channel().attr(ASKED).getAndSet(true) != null) {
      context.close(); // asked again before it was answered
    } else if (request.decoderResult().isFailure()) {
      refuse(context, UNREADABLE);
    } else if (!path.matches()) {
      refuse(context, ELSEWHERE);
    } else if (!origin.equalsIgnoreCase(site)) {
      refuse(context, FOREIGN);
    } else if (!VERSION.equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      refuse(context, NO_SOCKET);
    } else {
      context.channel().config().setAutoRead(false);
      request.retain();
      Thread.ofVirtual().name("handshake").start(() -> check(context, request, path.group(1)));
    }
  }

  /// On a thread of its own: a signature takes a while to check.
  private void check(ChannelHandlerContext context, FullHttpRequest request, String room) {
    try {
      Caller caller = tokens.read(request.headers().get(HttpHeaderNames.AUTHORIZATION, ""));
      context.executor().execute(() -> letIn(context, request, room, caller));
    } catch (RefusedException e) {
      request.release();
      refuse(context, e.refusal());
    } catch (RuntimeException e) {
      log.warn("A token could not be checked: {}", e.getClass().getName());
      request.release();
      refuse(context, NOT_NOW);
    }
  }

  private void letIn(
      ChannelHandlerContext context, FullHttpRequest request, String room, Caller caller) {
    Channel channel = context.channel();
    try {
      new WebSocketServerHandshaker13(request.uri(), null, FRAMES)
          .handshake(channel, request)
          .addListener(
              done -> {
                if (done.isSuccess()) {
                  LiveSocket.begin(channel, this, endpoint, caller, room);
                  channel.config().setAutoRead(true);
                } else {
                  channel.close();
                }
              });
    } catch (WebSocketHandshakeException e) {
      refuse(context, NO_SOCKET);
    } finally {
      request.release();
    }
  }

  private static void refuse(ChannelHandlerContext context, Refusal refusal) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(refusal.status().value()),
            ByteBufUtil.writeUtf8(context.alloc(), refusal.json()));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  /// A socket that breaks before it was let in.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
