package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.benchmarks.stage.JvmServer.Program;
import dev.mockingbird.stack.ChildProcess;
import dev.mockingbird.stack.KafkaBroker;
import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.RedisServer;
import dev.mockingbird.stack.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The processes, in a temporary folder that goes when they do, also on Ctrl-C. Kafka is left out
/// where nothing is scored: a room does not notice.
final class Installation implements AutoCloseable {

  private static final String NO_KAFKA = "127.0.0.1:1";
  private static final Set<String> SCORING = Set.of("kafka", "scoring-service", "scored-instance");

  private final Programs programs;
  private final ServerCore core;
  private final Path folder;
  private final Consumer<String> progress;
  private final Surroundings surroundings = new Surroundings();
  private final int gatewayPort = Ports.free();
  private final int servicePort = Ports.free();
  private final int socketPort = Ports.free();
  private final List<Running> all = new ArrayList<>();
  private @Nullable Running redis;
  private @Nullable Running relay;
  private @Nullable Running service;
  private @Nullable Running second;
  private @Nullable Gateway gateway;
  private @Nullable Running kafka;

  Installation(Programs programs, ServerCore core, Consumer<String> progress) throws IOException {
    this.progress = progress;
    this.programs = programs;
    this.core = core;
    folder = Files.createTempDirectory("mockingbird-benchmarks-");
    Files.writeString(key(), Base64.getEncoder().encodeToString(new byte[32]));
    ChildProcess.beforeExit(this::close);
  }

  SignedTokens tokens() {
    return surroundings.tokens();
  }

  Running redis() throws IOException {
    if (redis == null) {
      redis = start(RedisServer.in(folder.resolve("redis")));
      core.pin(redis.process());
    }
    return redis;
  }

  Running relay() throws IOException {
    if (relay == null) {
      relay = start(new RelayServer(folder, core));
    }
    return relay;
  }

  Running service() throws IOException {
    if (service == null) {
      service =
          startService(
              "interview-service", servicePort, socketPort, programs.serviceProgram(), NO_KAFKA);
    }
    return service;
  }

  Running secondInstance() throws IOException {
    if (second == null) {
      second =
          startService(
              "second-instance", Ports.free(), Ports.free(), programs.serviceProgram(), NO_KAFKA);
    }
    return second;
  }

  void stopSecondInstance() {
    if (second != null) {
      second.close();
      second = null;
    }
  }

  Running frugalService() throws IOException {
    if (service != null) {
      service.close();
    }
    service =
        startService(
            "interview-service",
            servicePort,
            socketPort,
            programs.frugalServiceProgram(),
            NO_KAFKA);
    return service;
  }

  String kafka() throws IOException {
    if (kafka == null) {
      kafka = start(KafkaBroker.in(folder.resolve("kafka")));
      core.pin(kafka.process());
    }
    return "127.0.0.1:" + kafka.port();
  }

  /// An instance of the interview-service that tells Kafka, with a scoring-service behind it.
  Running scoredService() throws IOException {
    int port = Ports.free();
    Map<String, String> environment = new TreeMap<>(shared(port));
    environment.putAll(around(kafka()));
    environment.put("MOCKINGBIRD_ELASTICSEARCH_URL", "http://" + NO_KAFKA);
    start(
        new JvmServer(
            "scoring-service", port, programs.scoringProgram(), environment, folder, core));
    return startService(
        "scored-instance", Ports.free(), Ports.free(), programs.scoredServiceProgram(), kafka());
  }

  Map<String, LongSupplier> scoringCpu() throws IOException {
    Map<String, LongSupplier> cpu = new TreeMap<>(Map.of("redis", redis()::cpuNanos));
    all.stream()
        .filter(it -> SCORING.contains(it.name()))
        .forEach(it -> cpu.put(it.name(), it::cpuNanos));
    return cpu;
  }

  /// From Kafka on; the rest may be measured without it again.
  void stopScoring() {
    all.stream().filter(it -> SCORING.contains(it.name())).toList().forEach(this::stop);
    kafka = null;
  }

  private void stop(Running running) {
    running.close();
    all.remove(running);
  }

  Gateway gateway() throws IOException {
    if (gateway == null) {
      gateway = Gateway.start(gatewayPort, service(), this::startGateway);
      surroundings.trust(gateway::keys);
    }
    return gateway;
  }

  private Running startGateway(Map<String, String> environment) throws IOException {
    Map<String, String> whole = new TreeMap<>(shared(gatewayPort));
    whole.putAll(environment);
    return start(
        new JvmServer("gateway", gatewayPort, programs.gatewayProgram(), whole, folder, core));
  }

  void stopGateway() {
    if (gateway != null) {
      gateway.close();
      gateway = null;
    }
  }

  private Running startService(
      String name, int port, int socketPort, Program program, String kafkaAddress)
      throws IOException {
    Map<String, String> environment = new TreeMap<>(shared(port));
    environment.putAll(around(kafkaAddress));
    environment.put("MOCKINGBIRD_LIVE_PORT", Integer.toString(socketPort));
    environment.put("MOCKINGBIRD_SEARCH_URL", surroundings.url());
    return start(new JvmServer(name, port, program, environment, folder, core), socketPort);
  }

  private Map<String, String> around(String kafkaAddress) {
    return Map.of(
        "MOCKINGBIRD_KAFKA_BOOTSTRAP",
        kafkaAddress,
        "MOCKINGBIRD_GATEWAY_URL",
        surroundings.url(),
        "MOCKINGBIRD_SHARDS",
        "8");
  }

  private Map<String, String> shared(int port) throws IOException {
    return Map.of(
        "SERVER_PORT",
        Integer.toString(port),
        "LOGGING_LEVEL_ROOT",
        "WARN",
        "MOCKINGBIRD_REDIS_URL",
        "redis://127.0.0.1:" + redis().port(),
        "MOCKINGBIRD_INSTALLATION_KEY_FILE",
        key().toString(),
        "MOCKINGBIRD_PUBLIC_URL",
        "http://localhost:" + gatewayPort);
  }

  private Running start(Server server) throws IOException {
    return start(server, server.port());
  }

  private Running start(Server server, int socketPort) throws IOException {
    Running running = new Running(server, socketPort);
    all.add(running);
    running.start();
    progress.accept(server.name() + " is up");
    return running;
  }

  private Path key() {
    return folder.resolve("installation.key");
  }

  @Override
  public synchronized void close() {
    stopGateway();
    all.reversed().forEach(Running::close);
    all.clear();
    surroundings.close();
    if (Files.exists(folder)) {
      deleteFolder();
    }
  }

  private void deleteFolder() {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
