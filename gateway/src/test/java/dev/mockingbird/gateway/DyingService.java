package dev.mockingbird.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A service in one of the states in which a killed or starting one may be met.
final class DyingService implements AutoCloseable {

  enum Manner {
    /// Takes the connection and never says a word: its process is stopped, or not ready yet.
    SILENT,
    CLOSES_AT_ONCE,
    CLOSES_AFTER_THE_REQUEST,
    /// As the kernel does for a killed process with unread bytes.
    RESETS_AFTER_THE_REQUEST,
    CLOSES_WITHIN_THE_ANSWER,
    FALLS_SILENT_WITHIN_THE_ANSWER,
    ANSWERS_503
  }

  private static final String HALF_AN_ANSWER =
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n";

  private final ServerSocket server;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  private volatile Manner manner = Manner.CLOSES_AT_ONCE;

  DyingService() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  String uri() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  void behaves(Manner wanted) {
    manner = wanted;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException _) {
        // Closed: the loop ends.
      }
    }
  }

  private void serve(Socket socket) {
    try {
      switch (manner) {
        case SILENT -> readRequest(socket);
        case CLOSES_AT_ONCE -> socket.close();
        case CLOSES_AFTER_THE_REQUEST -> {
          readRequest(socket);
          socket.close();
        }
        case RESETS_AFTER_THE_REQUEST -> {
          readRequest(socket);
          socket.setSoLinger(true, 0);
          socket.close();
        }
        case CLOSES_WITHIN_THE_ANSWER -> {
          readRequest(socket);
          say(socket, HALF_AN_ANSWER);
          socket.close();
        }
        case FALLS_SILENT_WITHIN_THE_ANSWER -> {
          readRequest(socket);
          say(socket, HALF_AN_ANSWER);
        }
        case ANSWERS_503 -> {
          readRequest(socket);
          say(socket, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
        }
      }
    } catch (IOException _) {
      // The gateway gave up first.
    }
  }

  private static void readRequest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      request.append((char) next);
    }
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
