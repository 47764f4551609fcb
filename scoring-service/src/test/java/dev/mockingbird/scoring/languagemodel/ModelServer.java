package dev.mockingbird.scoring.languagemodel;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/// A server on this machine that answers, byte by byte, as a test wants it.
public final class ModelServer implements AutoCloseable {

  /// What it does with one request; the connection is closed afterwards unless it says otherwise.
  @FunctionalInterface
  public interface Behaviour {
    void answer(Exchange exchange) throws IOException;
  }

  public record Request(String head, String body) {}

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final ServerSocket socket;
  private final List<Behaviour> behaviours;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private ModelServer(ServerSocket socket, List<Behaviour> behaviours) {
    this.socket = socket;
    this.behaviours = behaviours;
    Thread.ofVirtual().start(this::accept);
  }

  /// @param behaviours one for each request; the last one for all that follow
  public static ModelServer that(Behaviour... behaviours) {
    try {
      return on(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviours);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ModelServer on(ServerSocket socket, Behaviour... behaviours) {
    return new ModelServer(socket, List.of(behaviours));
  }

  /// A completion with this content.
  public static Behaviour says(String content) {
    return sends("200 OK", "application/json", completion(content));
  }

  static String completion(String content) {
    return """
    {"id":"x","object":"chat.completion","choices":[{"index":0,"finish_reason":"stop",
     "message":{"role":"assistant","content":%s}}],"usage":{"total_tokens":9}}
    """
        .formatted(JSON.writeValueAsString(content));
  }

  public static Behaviour sends(String status, String type, String body, String... headers) {
    return sends(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static Behaviour sends(String status, String type, byte[] body, String... headers) {
    return exchange -> {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
      if (!type.isEmpty()) {
        head.append("Content-Type: ").append(type).append("\r\n");
      }
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
      exchange.write(head.toString());
      exchange.out().write(body);
      exchange.out().flush();
    };
  }

  /// These bytes, and then nothing more until the client goes away.
  static Behaviour hangsAfter(String bytes) {
    return exchange -> {
      exchange.write(bytes);
      exchange.awaitGoodbye();
    };
  }

  public record Exchange(Request request, InputStream in, OutputStream out) {

    void write(String bytes) throws IOException {
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    void awaitGoodbye() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
  }

  URI root() {
    return URI.create(url()).resolve("/");
  }

  public List<Request> requests() {
    return requests;
  }

  int openConnections() {
    return open.size();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException _) {
        // Closed, or a handshake that came to nothing.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      Request request = read(in);
      int number;
      synchronized (requests) {
        number = requests.size();
        requests.add(request);
      }
      behaviours
          .get(Math.min(number, behaviours.size() - 1))
          .answer(new Exchange(request, in, connection.getOutputStream()));
    } catch (IOException _) {
      // The client went away.
    } finally {
      open.remove(connection);
    }
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("No request");
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    int length =
        text.lines()
            .filter(it -> it.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
            .mapToInt(it -> Integer.parseInt(it.substring(15).strip()))
            .findFirst()
            .orElse(0);
    return new Request(text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
