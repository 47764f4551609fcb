package dev.mockingbird.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A single Kafka broker that is its own controller (KRaft), in a JVM of its own.
public final class KafkaBroker extends Server {

  private static final String CLUSTER_ID = "bW9ja2luZ2JpcmQtMDAwMQ";

  private final int controllerPort;
  private final Path data;

  public KafkaBroker(int port, int controllerPort, Path data, Path log) {
    super("kafka", port, log);
    this.controllerPort = controllerPort;
    this.data = data;
  }

  /// On free ports, with its log inside the data folder.
  public static KafkaBroker in(Path data) {
    return new KafkaBroker(Ports.free(), Ports.free(), data, data.resolve("kafka.log"));
  }

  public String bootstrap() {
    return "127.0.0.1:" + port();
  }

  @Override
  protected ChildProcess.Launch prepare() throws IOException {
    Files.createDirectories(data);
    Path configuration = data.resolve("server.properties");
    Files.writeString(configuration, configuration());
    if (!Files.exists(data.resolve("topics/meta.properties"))) {
      format(configuration);
    }
    return new ChildProcess.Launch(
        java("-Xmx256m", "kafka.Kafka", configuration.toString()), Map.of(), data, log().file());
  }

  private void format(Path configuration) throws IOException {
    ServerLog said = ServerLog.at(log().file().resolveSibling("kafka-format.log"));
    ChildProcess format =
        ChildProcess.start(
            new ChildProcess.Launch(
                java(
                    "-Xmx64m",
                    "kafka.tools.StorageTool",
                    "format",
                    "--ignore-formatted",
                    "--cluster-id",
                    CLUSTER_ID,
                    "--config",
                    configuration.toString()),
                Map.of(),
                data,
                said.file()));
    if (format.onExit().join() != 0) {
      throw new IOException(
          "Kafka cannot format " + data + ":\n" + String.join("\n", said.lastLines(20)));
    }
  }

  private static List<String> java(String heap, String main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Binaries.javaHome().resolve("bin/java").toString());
    command.addAll(List.of(heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true"));
    command.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    command.addAll(
        List.of(
            "-Dorg.slf4j.simpleLogger.log.kafka.server=info",
            "-cp",
            Binaries.kafkaClasspath(),
            main));
    command.addAll(List.of(arguments));
    return command;
  }

  /// After a `kill -9` the broker waits until its own dead session has expired: short sessions make
  /// that 5 s instead of 12.
  private String configuration() {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        log.retention.ms=-1
        default.replication.factor=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=5
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=5
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        broker.session.timeout.ms=3000
        broker.heartbeat.interval.ms=1000
        group.initial.rebalance.delay.ms=0
        log.cleaner.dedupe.buffer.size=16777216
        """
        .formatted(port(), controllerPort, data.toAbsolutePath().resolve("topics"));
  }

  /// The broker opens its port before it is registered; its last line at start says that it serves.
  @Override
  protected boolean answers() throws IOException {
    if (!log().contains("Kafka Server started")) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 1_000);
      return true;
    }
  }
}
