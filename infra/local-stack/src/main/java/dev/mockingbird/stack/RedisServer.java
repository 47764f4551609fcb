package dev.mockingbird.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Redis 6.2 that writes every command to disk before it answers, and refuses writes rather than
/// forget keys when memory is full.
public final class RedisServer extends Server {

  private final Path data;
  private final Options options;

  /// What may differ from the safe defaults.
  ///
  /// @param password empty for none
  /// @param maxMemory as Redis writes it (`64mb`), `0` for no limit
  public record Options(String password, String maxMemory) {
    public static final Options DEFAULT = new Options("", "0");
  }

  public RedisServer(int port, Path data, Path log, Options options) {
    super("redis", port, log);
    this.data = data;
    this.options = options;
  }

  /// On a free port, with its log inside the data folder.
  public static RedisServer in(Path data) {
    return new RedisServer(Ports.free(), data, data.resolve("redis.log"), Options.DEFAULT);
  }

  public String uri() {
    String credentials = options.password().isEmpty() ? "" : ":" + options.password() + "@";
    return "redis://%s127.0.0.1:%d".formatted(credentials, port());
  }

  @Override
  protected ChildProcess.Launch prepare() throws IOException {
    Files.createDirectories(data);
    Path binary = Binaries.redis();
    if (!Files.isExecutable(binary)) {
      binary.toFile().setExecutable(true, false);
    }
    Path configuration = data.resolve("redis.conf");
    // On a full disk nothing can be written, and what is there already has to stay whole.
    if (!Files.exists(configuration) || !Files.readString(configuration).equals(configuration())) {
      Files.writeString(configuration, configuration());
    }
    return new ChildProcess.Launch(
        List.of(binary.toString(), configuration.toAbsolutePath().toString()),
        Map.of(),
        data,
        log().file());
  }

  private String configuration() {
    String password =
        options.password().isEmpty() ? "" : "requirepass \"" + options.password() + "\"\n";
    return """
        bind 127.0.0.1
        port %d
        dir "%s"
        daemonize no
        appendonly yes
        appendfsync always
        no-appendfsync-on-rewrite no
        auto-aof-rewrite-min-size 256mb
        save ""
        maxmemory %s
        maxmemory-policy noeviction
        %s"""
        .formatted(port(), data.toAbsolutePath(), options.maxMemory(), password);
  }

  /// `PING` is answered with `-LOADING` while the log is being read.
  @Override
  protected boolean answers() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 1_000);
      socket.setSoTimeout(1_000);
      String auth = options.password().isEmpty() ? "" : "AUTH " + options.password() + "\r\n";
      socket.getOutputStream().write((auth + "PING\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .contains("+PONG");
    }
  }
}
