package dev.mockingbird.interview.story;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Opens a room over a bare socket, for clients that do what no WebSocket library would.
final class RawHandshake {

  private RawHandshake() {}

  /// Returns when the service has answered.
  static void send(Socket socket, String room, String token) throws IOException {
    String handshake =
        """
        GET /ws/rooms/%s HTTP/1.1
        Host: 127.0.0.1
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Version: 13
        Origin: http://mockingbird.test
        Authorization: Bearer %s

        """
            .formatted(room, token)
            .replace("\n", "\r\n");
    socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    int matched = 0;
    while (matched < 4) {
      matched = in.read() == "\r\n\r\n".charAt(matched) ? matched + 1 : 0;
    }
  }
}
