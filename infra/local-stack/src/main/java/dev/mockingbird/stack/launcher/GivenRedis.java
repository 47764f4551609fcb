package dev.mockingbird.stack.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Asks a Redis that was given to us whether it keeps what it acknowledges.
///
/// @param address `redis[s]://[[user]:password@]host[:port]`
record GivenRedis(URI address) {

  private static final int PATIENCE_MILLIS = 3_000;

  /// What our promise that no acknowledged input is lost stands on.
  private static final Map<String, String> NEEDED =
      Map.of("appendonly", "yes", "appendfsync", "always", "maxmemory-policy", "noeviction");

  /// Why it may lose or forget something, in one sentence.
  static Optional<String> problem(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() == null
          ? Optional.of("Redis cannot be asked for its settings at such an address")
          : new GivenRedis(uri).ask();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("Redis does not tell its settings (" + e.getMessage() + ")");
    }
  }

  private Optional<String> ask() throws IOException {
    StringBuilder commands = new StringBuilder(authentication());
    NEEDED.keySet().forEach(setting -> commands.append(command("CONFIG", "GET", setting)));
    commands.append(command("QUIT"));
    List<String> replies;
    try (Socket socket = connect()) {
      socket.getOutputStream().write(commands.toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      replies =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
    }
    Optional<String> error = replies.stream().filter(line -> line.startsWith("-")).findFirst();
    if (error.isPresent()) {
      return Optional.of(
          "Redis does not tell its settings (%s)".formatted(error.get().substring(1)));
    }
    String wrong =
        NEEDED.keySet().stream()
            .sorted()
            .filter(setting -> !value(replies, setting).equals(NEEDED.get(setting)))
            .map(
                setting ->
                    "%s is %s instead of %s"
                        .formatted(setting, value(replies, setting), NEEDED.get(setting)))
            .collect(Collectors.joining(", "));
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of("Redis could lose or forget what it acknowledged: " + wrong);
  }

  /// A setting is answered with an array of its name and its value, each behind its length.
  private static String value(List<String> replies, String setting) {
    int at = replies.indexOf(setting);
    return at < 0 || at + 2 >= replies.size() ? "unknown" : replies.get(at + 2);
  }

  private Socket connect() throws IOException {
    int port = address.getPort() < 0 ? 6379 : address.getPort();
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    if (!"rediss".equals(address.getScheme())) {
      return socket;
    }
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secured = (SSLSocket) tls.createSocket(socket, address.getHost(), port, true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    return secured;
  }

  private String authentication() {
    String credentials = address.getRawUserInfo();
    if (credentials == null) {
      return "";
    }
    int colon = credentials.indexOf(':');
    String user = decode(credentials.substring(0, Math.max(0, colon)));
    String password = decode(credentials.substring(colon + 1));
    return user.isEmpty() ? command("AUTH", password) : command("AUTH", user, password);
  }

  /// A `+` in an address is a plus, not a blank.
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String command(String... words) {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      int bytes = word.getBytes(StandardCharsets.UTF_8).length;
      command.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
    }
    return command.toString();
  }
}
