package dev.mockingbird.interview.live;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/// Why a socket was closed. A page reconnects after 1012 and 4000 to 4099, and not after 44xx.
enum CloseCode {
  RESTARTING(1012, "The service restarts; connect again"),
  STORE_UNAVAILABLE(4000, "The store does not answer; connect again, nothing is lost"),
  PROTOCOL(1002, "The frame breaks the WebSocket protocol"),
  NOT_TEXT(1003, "A room takes text frames"),
  TOO_LONG(1009, "A frame holds at most 256 KB"),
  TOO_SLOW(4001, "The connection does not keep up; connect again"),
  BAD_FRAME(4400, "The frame is not a message of the room"),
  SIGNED_OUT(4401, "You are signed out"),
  NOT_A_MEMBER(4403, "You are no longer a member of this interview"),
  NO_SUCH_ROOM(4404, "There is no such interview"),
  NO_HELLO(4408, "The first frame must be a hello, within ten seconds"),
  TOO_FAST(4429, "Too many messages: 30 a second, 60 at once"),
  TOO_MANY_SOCKETS(4430, "You have too many pages open; close one of them");

  private final WebSocketCloseStatus status;

  CloseCode(int code, String reason) {
    this.status = new WebSocketCloseStatus(code, reason);
  }

  WebSocketCloseStatus status() {
    return status;
  }
}
