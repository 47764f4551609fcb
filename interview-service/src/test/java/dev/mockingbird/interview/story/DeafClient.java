package dev.mockingbird.interview.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A WebSocket client that says hello and then reads nothing, with hardly any room for what it is
/// sent.
final class DeafClient implements AutoCloseable {

  private static final int RECEIVE_BUFFER = 4 * 1024;
  private static final int END_WITHIN_MILLIS = 15_000;

  private final Socket socket = new Socket();

  DeafClient(int port, String room, String token) throws IOException {
    socket.setReceiveBufferSize(RECEIVE_BUFFER);
    socket.setSoTimeout(END_WITHIN_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    RawHandshake.send(socket, room, token);
    say("{\"type\":\"hello\",\"client\":\"deaf\"}");
  }

  /// Masked with zeros, which leave the text as it is.
  private void say(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[bytes.length + 6];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | bytes.length);
    System.arraycopy(bytes, 0, frame, 6, bytes.length);
    socket.getOutputStream().write(frame);
  }

  /// Reads at last what is left, until the service has closed the socket.
  ///
  /// @return bytes
  long readsUntilTheEnd() throws IOException {
    try {
      return socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (java.net.SocketException e) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
