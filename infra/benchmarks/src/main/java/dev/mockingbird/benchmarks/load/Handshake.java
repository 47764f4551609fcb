package dev.mockingbird.benchmarks.load;

import java.util.List;

/// Where a socket is opened, and with which headers beyond those that every WebSocket needs.
///
/// @param headers such as `Authorization: Bearer …`
public record Handshake(int port, String path, List<String> headers) {

  String request() {
    StringBuilder request =
        new StringBuilder("GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(path, port));
    request.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
    request.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    headers.forEach(header -> request.append(header).append("\r\n"));
    return request.append("\r\n").toString();
  }
}
