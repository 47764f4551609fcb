package dev.mockingbird.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A single Elasticsearch node on loopback, without security: it holds views that only our own
/// services reach.
public final class ElasticsearchNode extends Server {

  private static final String HEAP = "512m";

  /// To its output alone: its own settings would write the same into three files more.
  private static final String LOGGING =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = [%d{ISO8601}][%-5p][%c{1.}]%marker %m%consoleException%n
      rootLogger.level = info
      rootLogger.appenderRef.console.ref = console
      """;

  private final Path data;

  public ElasticsearchNode(int port, Path data, Path log) {
    super("elasticsearch", port, log);
    this.data = data.toAbsolutePath();
  }

  /// On a free port, with its log inside the data folder.
  public static ElasticsearchNode in(Path data) {
    return new ElasticsearchNode(Ports.free(), data, data.resolve("elasticsearch.log"));
  }

  public String uri() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  protected ChildProcess.Launch prepare() throws IOException {
    Files.createDirectories(data);
    Path distribution =
        Unprivileged.readable(Binaries.elasticsearch(), data.resolve("distribution"));
    Path configuration = Files.createDirectories(data.resolve("config"));
    Path temporary = Files.createDirectories(data.resolve("tmp"));
    // Left by a first start that was killed, it would stop every other one.
    Files.deleteIfExists(configuration.resolve("elasticsearch.keystore.tmp"));
    Files.writeString(configuration.resolve("log4j2.properties"), LOGGING);
    Files.writeString(configuration.resolve("jvm.options"), jvmOptions());
    Files.writeString(configuration.resolve("elasticsearch.yml"), configuration());
    Unprivileged.own(data);
    return new ChildProcess.Launch(
        List.of(distribution.resolve("bin/elasticsearch").toString()),
        Map.of(
            "ES_JAVA_HOME", Binaries.javaHome().toString(),
            "ES_PATH_CONF", configuration.toString(),
            "ES_TMPDIR", temporary.toString(),
            "CLI_JAVA_OPTS", "-Xmx32m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
        data,
        log().file(),
        Unprivileged.options());
  }

  private static String jvmOptions() {
    return """
        -Xms%1$s
        -Xmx%1$s
        -XX:+UseSerialGC
        -XX:TieredStopAtLevel=1
        -XX:-AlwaysPreTouch
        -Djava.io.tmpdir=${ES_TMPDIR}
        --add-modules=jdk.incubator.vector
        -XX:CompileCommand=dontinline,java/lang/invoke/MethodHandle.setAsTypeCache
        -XX:CompileCommand=dontinline,java/lang/invoke/MethodHandle.asTypeUncached
        -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
        -XX:+ExitOnOutOfMemoryError
        -XX:ErrorFile=hs_err_pid%%p.log
        """
        .formatted(HEAP);
  }

  private String configuration() {
    return """
        cluster.name: mockingbird
        node.name: mockingbird-1
        path.data: "%s"
        path.logs: "%s"
        network.host: 127.0.0.1
        http.port: %d
        transport.port: 0
        discovery.type: single-node
        xpack.security.enabled: false
        cluster.routing.allocation.disk.threshold_enabled: false
        """
        .formatted(data.resolve("indices"), data.resolve("logs"), port());
  }

  @Override
  protected boolean answers() throws IOException {
    URI health = URI.create(uri() + "/_cluster/health?wait_for_status=yellow&timeout=1s");
    HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
    connection.setConnectTimeout(1_000);
    connection.setReadTimeout(5_000);
    try {
      return connection.getResponseCode() == 200
          && !new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .contains("\"red\"");
    } finally {
      connection.disconnect();
    }
  }
}
