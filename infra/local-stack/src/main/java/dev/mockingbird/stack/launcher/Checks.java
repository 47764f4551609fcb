package dev.mockingbird.stack.launcher;

import static dev.mockingbird.stack.launcher.Memory.MEBIBYTE;

import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.Unprivileged;
import dev.mockingbird.stack.launcher.ExistingStores.Place;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What must be true before anything is started; each untruth is one sentence that says what to do.
final class Checks {

  /// Measured 1.8 GB at rest; the rest is room for work and file cache.
  private static final long MEMORY_NEEDED = 2_500 * MEBIBYTE;

  /// Elasticsearch with its copy, Kafka's log and what they need to breathe.
  private static final long DISK_NEEDED = 2_000 * MEBIBYTE;

  private final Map<String, String> environment;

  Checks(Map<String, String> environment) {
    this.environment = environment;
  }

  /// @param problem null when all is well
  record Finding(String subject, String detail, @Nullable String problem) {}

  List<String> problems(Command.Up up) throws IOException {
    return all(up).stream().flatMap(finding -> Stream.ofNullable(finding.problem())).toList();
  }

  List<Finding> all(Command.Up up) throws IOException {
    DataFolder folder = new DataFolder(up.data());
    ExistingStores existing = up.existing();
    List<Finding> findings = new ArrayList<>();
    findings.add(system());
    findings.add(java());
    findings.add(tools());
    Finding alone = alone(folder);
    findings.add(alone);
    if (alone.problem() != null) {
      // Its own port, memory and disk would be found wanting next.
      return findings;
    }
    findings.add(data(folder, existing));
    findings.add(port(up.port(), up.publicUrl()));
    findings.add(memory(existing));
    findings.add(disk(folder));
    findings.add(signIn(up.publicUrl()));
    findings.add(languageModel());
    up.calibration().ifPresent(file -> findings.add(Calibration.finding(file)));
    existing.redis().ifPresent(address -> findings.add(durable(address, existing.trustRedis())));
    existing.kafka().ifPresent(address -> findings.add(reachable("Kafka", address)));
    existing
        .elasticsearch()
        .ifPresent(address -> findings.add(reachable("Elasticsearch", address)));
    return findings;
  }

  private static Finding system() {
    String found = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return new Finding(
        "system",
        found,
        found.equals("Linux amd64")
            ? null
            : "Mockingbird runs on Linux x86-64; this is " + found + ".");
  }

  private static Finding java() {
    int found = Runtime.version().feature();
    return new Finding(
        "JDK",
        System.getProperty("java.home"),
        found == 25 ? null : "JDK 25 is needed; this is JDK " + found + ".");
  }

  private static Finding tools() {
    for (String tool : List.of("setsid", "setpriv", "tar")) {
      boolean found =
          Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
      if (!found) {
        return new Finding("tools", "", tool + " is missing: install util-linux and tar.");
      }
    }
    return new Finding("tools", "setsid, setpriv, tar", null);
  }

  private static Finding alone(DataFolder folder) throws IOException {
    return new Finding(
        "running",
        "no",
        InstallationLock.holder(folder).map(holder -> holder.sentence(folder)).orElse(null));
  }

  private static Finding data(DataFolder folder, ExistingStores existing) throws IOException {
    Optional<String> problem = folder.problem();
    if (problem.isEmpty() && existing.elasticsearch().isEmpty()) {
      problem =
          Stream.of(folder.root(), Path.of(System.getProperty("java.home"), "bin/java"))
              .flatMap(path -> obstacle(path).stream())
              .findFirst();
    }
    return new Finding("data", folder.root().toString(), problem.orElse(null));
  }

  private static Optional<String> obstacle(Path path) {
    try {
      return Optional.ofNullable(Unprivileged.obstacle(path))
          .map(
              folder ->
                  "Elasticsearch does not run as root, and its user cannot get through %s to %s: choose a place that everybody may pass, such as --data /var/lib/mockingbird."
                      .formatted(folder, path));
    } catch (IOException e) {
      return Optional.of("cannot look at " + path + ": " + e.getMessage());
    }
  }

  private static Finding port(int port, URI publicUrl) throws IOException {
    return new Finding(
        "port",
        Integer.toString(port),
        portProblem(port, ServiceEnvironment.gatewayAddress(publicUrl)));
  }

  private static @Nullable String portProblem(int port, String address) throws IOException {
    String inUse =
        "Port %d is in use by another program: choose another with --port PORT.".formatted(port);
    if (!Ports.isFree(port)) {
      return inUse;
    }
    try (ServerSocket tried = new ServerSocket()) {
      tried.bind(new InetSocketAddress(address, port));
      return null;
    } catch (BindException e) {
      return String.valueOf(e.getMessage()).contains("Permission")
          ? "Port %d is reserved for root: choose one from 1024 on with --port PORT."
              .formatted(port)
          : inUse;
    }
  }

  private static Finding memory(ExistingStores existing) throws IOException {
    long available = Memory.ofThisMachine().available();
    long needed = existing.elasticsearch().isPresent() ? MEMORY_NEEDED / 2 : MEMORY_NEEDED;
    return new Finding(
        "memory",
        available / MEBIBYTE + " MB available",
        available >= needed
            ? null
            : "Mockingbird needs %d MB of memory, and %d MB are available: close something large first."
                .formatted(needed / MEBIBYTE, available / MEBIBYTE));
  }

  private static Finding disk(DataFolder folder) throws IOException {
    Path existing = folder.root();
    while (!Files.exists(existing)) {
      existing = java.util.Objects.requireNonNull(existing.getParent());
    }
    long free = Files.getFileStore(existing).getUsableSpace();
    return new Finding(
        "disk",
        free / MEBIBYTE + " MB free",
        free >= DISK_NEEDED
            ? null
            : "Mockingbird needs %d MB on the disk of %s, and %d MB are free."
                .formatted(DISK_NEEDED / MEBIBYTE, folder.root(), free / MEBIBYTE));
  }

  private Finding signIn(URI publicUrl) {
    return switch (SignIn.choose(environment, publicUrl)) {
      case SignIn.Github(Map<String, String> settings) ->
          new Finding("sign-in", settings.getOrDefault("GITHUB_URL", "https://github.com"), null);
      case SignIn.Demo() -> new Finding("sign-in", "demo people, on this machine only", null);
      case SignIn.Impossible(String sentence) -> new Finding("sign-in", "", sentence);
    };
  }

  private Finding languageModel() {
    LanguageModel model = LanguageModel.of(environment);
    return new Finding("model", model.detail(), model.problem());
  }

  private static Finding durable(String address, boolean trusted) {
    Finding reachable = reachable("Redis", address);
    if (reachable.problem() != null) {
      return reachable;
    }
    Optional<String> problem = GivenRedis.problem(address);
    if (trusted) {
      return new Finding(
          "Redis",
          reachable.detail() + problem.map(it -> ", trusted although " + it).orElse(""),
          null);
    }
    return new Finding(
        "Redis",
        reachable.detail() + ", keeps what it acknowledges",
        problem
            .map(it -> it + "; change that, or use it as it is with --trust-redis.")
            .orElse(null));
  }

  /// Somebody answers at the first of the addresses; what it is, its client finds out.
  private static Finding reachable(String name, String address) {
    Optional<Place> named = Place.of(address);
    if (named.isEmpty()) {
      return new Finding(name, "", "The address given as %s names no HOST:PORT.".formatted(name));
    }
    Place place = named.get();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(place.host(), place.port()), 3_000);
      return new Finding(name, place.toString(), null);
    } catch (IOException _) {
      return new Finding(name, "", "Nobody answers at %s, given as %s.".formatted(place, name));
    }
  }
}
