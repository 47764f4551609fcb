package dev.mockingbird.faults;

import dev.mockingbird.stack.KafkaBroker;
import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.RedisServer;
import dev.mockingbird.stack.Server;
import dev.mockingbird.stack.github.GithubStandIn;
import dev.mockingbird.stack.launcher.Console;
import dev.mockingbird.stack.launcher.Service;
import dev.mockingbird.stack.launcher.ServiceProcess;
import dev.mockingbird.stack.launcher.Supervisor;
import dev.mockingbird.stack.launcher.UnpackedJar;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The processes that a program torments, watched and started again as in an installation. There is
/// no Elasticsearch, and no Kafka unless it is asked for: rooms must not notice.
final class Stack implements AutoCloseable {

  static final int SHARDS = 8;
  private static final String NOBODY = "127.0.0.1:1";

  /// @param instances of interview-service
  /// @param wired whether each reaches Redis over a [Wire] of its own
  record Needs(int instances, boolean wired, boolean kafka, boolean gateway) {}

  private final Path home;
  private final Path folder;
  private final boolean keep;
  private final Supervisor supervisor;
  private final Issuer issuer;
  private final RedisServer redis;
  private final List<Wire> wires = new ArrayList<>();
  private final List<ServiceProcess> instances = new ArrayList<>();
  private final List<Integer> livePorts = new ArrayList<>();
  private final Thread closing = new Thread(this::close);
  private @Nullable KafkaBroker kafka;
  private @Nullable ServiceProcess gateway;
  private @Nullable GithubStandIn github;
  private String publicUrl = "http://mockingbird.test";
  private String signer;
  private boolean closed;

  /// @param data where Redis keeps its files; null for a folder beside the others
  private Stack(Path home, boolean keep, @Nullable Path data) throws IOException {
    this.home = home;
    this.keep = keep;
    this.folder = Files.createTempDirectory("mockingbird-faults-");
    Runtime.getRuntime().addShutdownHook(closing);
    PrintStream log =
        new PrintStream(
            Files.newOutputStream(folder.resolve("supervisor.log")), true, StandardCharsets.UTF_8);
    this.supervisor = new Supervisor(new Console(log, false, System::nanoTime));
    Files.writeString(
        folder.resolve("installation.key"), Base64.getEncoder().encodeToString(new byte[32]));
    this.issuer = new Issuer();
    this.signer = issuer.url();
    this.redis =
        new RedisServer(
            Ports.free(),
            data == null ? folder.resolve("redis") : data,
            folder.resolve("redis.log"),
            RedisServer.Options.DEFAULT);
  }

  static Stack start(Path home, boolean keep, Needs needs, @Nullable Path data) throws IOException {
    Stack stack = new Stack(home, keep, data);
    try {
      stack.start(needs);
      return stack;
    } catch (IOException | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void start(Needs needs) throws IOException {
    supervisor.start(redis);
    if (needs.kafka()) {
      KafkaBroker broker =
          new KafkaBroker(
              Ports.free(), Ports.free(), folder.resolve("kafka"), folder.resolve("kafka.log"));
      kafka = broker;
      supervisor.start(broker);
    }
    int gatewayPort = Ports.free();
    if (needs.gateway()) {
      publicUrl = "http://localhost:" + gatewayPort;
      signer = publicUrl;
    }
    UnpackedJar program = UnpackedJar.of(home.resolve(Service.INTERVIEW.moduleName()));
    for (int i = 1; i <= needs.instances(); i++) {
      int toRedis = redis.port();
      if (needs.wired()) {
        Wire wire = new Wire(Ports.free(), redis.port());
        wires.add(wire);
        toRedis = wire.port();
      }
      instances.add(instance("interview-" + i, program, toRedis));
    }
    if (!instances.getFirst().isTrained()) {
      instances.getFirst().train();
    }
    CompletableFuture.allOf(
            instances.stream().map(this::started).toArray(CompletableFuture<?>[]::new))
        .join();
    if (needs.gateway()) {
      startGateway(gatewayPort);
    }
  }

  private CompletableFuture<Void> started(Server server) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            supervisor.start(server);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private ServiceProcess instance(String name, UnpackedJar program, int toRedis) {
    int port = Ports.free();
    int livePort = Ports.free();
    livePorts.add(livePort);
    Map<String, String> variables = environment(port, toRedis);
    variables.put("MOCKINGBIRD_LIVE_PORT", Integer.toString(livePort));
    return new ServiceProcess(
        Service.INTERVIEW, name, port, program, variables, folder, folder.resolve(name + ".log"));
  }

  private Map<String, String> environment(int port, int toRedis) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("SERVER_PORT", Integer.toString(port));
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("MOCKINGBIRD_REDIS_URL", "redis://127.0.0.1:" + toRedis);
    variables.put("MOCKINGBIRD_KAFKA_BOOTSTRAP", kafka == null ? NOBODY : kafka.bootstrap());
    variables.put(
        "MOCKINGBIRD_INSTALLATION_KEY_FILE", folder.resolve("installation.key").toString());
    variables.put("MOCKINGBIRD_SHARDS", Integer.toString(SHARDS));
    variables.put("MOCKINGBIRD_PUBLIC_URL", publicUrl);
    variables.put("MOCKINGBIRD_GATEWAY_URL", signer);
    variables.put("MOCKINGBIRD_SEARCH_URL", issuer.url());
    return variables;
  }

  private void startGateway(int port) throws IOException {
    var client =
        new GithubStandIn.Client("faults", "secret", publicUrl + "/login/oauth2/code/github");
    GithubStandIn people =
        GithubStandIn.start(0, client, InstantSource.system(), new SecureRandom());
    github = people;
    Map<String, String> variables = environment(port, redis.port());
    variables.put("MOCKINGBIRD_INTERVIEW_URL", "http://127.0.0.1:" + instances.getFirst().port());
    variables.put("MOCKINGBIRD_LIVE_URL", "http://127.0.0.1:" + livePorts.getFirst());
    variables.put("GITHUB_CLIENT_ID", client.id());
    variables.put("GITHUB_CLIENT_SECRET", client.secret());
    variables.put("GITHUB_URL", people.url());
    variables.put("GITHUB_API_URL", people.url());
    variables.put("MOCKINGBIRD_DEMO", "true");
    variables.put("MOCKINGBIRD_INTERVIEWERS", "olivia,ivan");
    UnpackedJar program = UnpackedJar.of(home.resolve(Service.GATEWAY.moduleName()));
    ServiceProcess process =
        new ServiceProcess(
            Service.GATEWAY,
            "gateway",
            port,
            program,
            variables,
            folder,
            folder.resolve("gateway.log"));
    gateway = process;
    if (!process.isTrained()) {
      process.train();
    }
    supervisor.start(process);
  }

  URI publicUrl() {
    return URI.create(publicUrl);
  }

  Issuer issuer() {
    return issuer;
  }

  RedisServer redis() {
    return redis;
  }

  KafkaBroker kafka() {
    return Objects.requireNonNull(kafka);
  }

  ServiceProcess gateway() {
    return Objects.requireNonNull(gateway);
  }

  boolean hasGateway() {
    return gateway != null;
  }

  List<ServiceProcess> instances() {
    return instances;
  }

  /// Where an instance's sockets are opened.
  int livePort(int instance) {
    return livePorts.get(instance);
  }

  List<Wire> wires() {
    return wires;
  }

  static void signal(Server server, String signal) throws IOException {
    long pid = server.pid().orElseThrow();
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /// Nothing of it is needed any more, so nothing is stopped gently.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    supervisor.release();
    Stream.concat(Stream.of(gateway, kafka, redis), instances.stream())
        .filter(Objects::nonNull)
        .forEach(Server::kill);
    wires.forEach(Wire::close);
    if (github != null) {
      github.close();
    }
    issuer.close();
    if (!keep) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
