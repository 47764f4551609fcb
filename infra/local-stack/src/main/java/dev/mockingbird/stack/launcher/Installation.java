package dev.mockingbird.stack.launcher;

import dev.mockingbird.stack.Server;
import dev.mockingbird.stack.github.GithubStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// The stores and services of one data folder, started in the order of their needs and stopped in
/// the opposite one.
final class Installation {

  private final Path home;
  private final DataFolder folder;
  private final Command.Up up;
  private final Console console;
  private final Supervisor supervisor;
  private final SecureRandom random = new SecureRandom();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Server> stores = new ArrayList<>();
  private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
  // Training keeps two cores busy; one at a time disturbs the others' starts least.
  private final Semaphore training = new Semaphore(1);

  /// @param home the source folder, where the build put the services
  Installation(Path home, DataFolder folder, Command.Up up, Console console) {
    this.home = home;
    this.folder = folder;
    this.up = up;
    this.console = console;
    this.supervisor = new Supervisor(console);
  }

  /// Returns when everything is ready.
  void start(SignIn signIn, LanguageModel languageModel) throws IOException {
    folder.install(random);
    new StartedWith(up.publicUrl(), up.existing(), up.calibration()).write(folder);
    PortPlan ports = PortPlan.load(folder.ports());
    ports.record(Service.GATEWAY.moduleName(), up.port());
    for (Service service : Service.values()) {
      if (service != Service.GATEWAY) {
        ports.of(service.moduleName());
      }
    }
    ports.of(ServiceEnvironment.LIVE);
    CompletableFuture<Void> redis = new CompletableFuture<>();
    CompletableFuture<Void> kafka = new CompletableFuture<>();
    CompletableFuture<Void> elasticsearch = new CompletableFuture<>();
    OwnStores own = OwnStores.toStart(folder, ports);
    startUnless(up.existing().redis().isPresent(), own.redis(), redis);
    startUnless(up.existing().kafka().isPresent(), own.kafka(), kafka);
    startUnless(up.existing().elasticsearch().isPresent(), own.elasticsearch(), elasticsearch);
    ServiceEnvironment environment =
        ServiceEnvironment.of(
            folder,
            ports,
            own.addressesUnless(up.existing()),
            up.publicUrl(),
            up.calibration(),
            signInSettings(signIn, ports),
            languageModel);
    for (Service service : Service.values()) {
      UnpackedJar program = UnpackedJar.of(home.resolve(service.moduleName()));
      int port = ports.known(service.moduleName());
      services.put(
          service,
          new ServiceProcess(
              service,
              service.moduleName(),
              port,
              program,
              environment.of(service, port),
              folder.root(),
              folder.log(service.moduleName())));
    }
    awaitAll(
        List.of(
            after(redis, Service.GATEWAY),
            after(CompletableFuture.allOf(redis, kafka), Service.INTERVIEW),
            after(CompletableFuture.allOf(redis, kafka, elasticsearch), Service.SEARCH),
            after(CompletableFuture.allOf(redis, kafka, elasticsearch), Service.SCORING)));
  }

  /// Services first, so that nothing is refused by a store that has gone.
  void stop() {
    supervisor.release();
    stopAll(List.copyOf(services.values()));
    stopAll(List.copyOf(stores));
  }

  boolean isStopping() {
    return supervisor.isStopping();
  }

  private void startUnless(boolean exists, Server store, CompletableFuture<Void> ready) {
    if (exists) {
      ready.complete(null);
      return;
    }
    stores.add(store);
    threads.execute(() -> complete(ready, () -> supervisor.start(store)));
  }

  private CompletableFuture<Void> after(CompletableFuture<Void> needs, Service service) {
    ServiceProcess process = java.util.Objects.requireNonNull(services.get(service));
    CompletableFuture<Void> ready = new CompletableFuture<>();
    var _ =
        needs.whenCompleteAsync(
            (_, failure) -> {
              if (failure != null) {
                ready.completeExceptionally(failure);
              } else {
                complete(ready, () -> train(process));
              }
            },
            threads);
    return ready;
  }

  private void train(ServiceProcess process) throws IOException {
    if (!process.isTrained()) {
      training.acquireUninterruptibly();
      try {
        prepare(process);
      } finally {
        training.release();
      }
    }
    supervisor.start(process);
  }

  private void prepare(ServiceProcess process) throws IOException {
    if (supervisor.isStopping()) {
      return;
    }
    String what = "preparing " + process.name();
    long begun = console.begin(what);
    process.train();
    if (!supervisor.isStopping()) {
      console.done(what, process.name(), "prepared", begun);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void complete(CompletableFuture<Void> ready, Step step) {
    try {
      step.run();
      ready.complete(null);
    } catch (IOException | RuntimeException e) {
      ready.completeExceptionally(e);
    }
  }

  /// Ends with the first failure, without waiting for the others.
  private static void awaitAll(List<CompletableFuture<Void>> starts) throws IOException {
    CompletableFuture<Void> outcome = new CompletableFuture<>();
    var _ =
        CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new))
            .thenRun(() -> outcome.complete(null));
    starts.forEach(start -> start.exceptionally(failure -> failed(outcome, failure)));
    try {
      outcome.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      while (cause instanceof CompletionException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw cause instanceof IOException known ? known : new IOException(String.valueOf(cause), e);
    }
  }

  @SuppressWarnings("NullAway") // a Void has no other value than null
  private static Void failed(CompletableFuture<Void> outcome, Throwable failure) {
    outcome.completeExceptionally(failure);
    return null;
  }

  private void stopAll(List<? extends Server> servers) {
    CompletableFuture.allOf(
            servers.stream()
                .map(server -> CompletableFuture.runAsync(server::stop, threads))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private Map<String, String> signInSettings(SignIn signIn, PortPlan ports) throws IOException {
    return switch (signIn) {
      case SignIn.Github(Map<String, String> settings) -> settings;
      case SignIn.Demo() -> demo(ports.of("github"));
      case SignIn.Impossible(String sentence) -> throw new IOException(sentence);
    };
  }

  private Map<String, String> demo(int port) throws IOException {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var client =
        new GithubStandIn.Client(
            "mockingbird-demo", secret, up.publicUrl() + "/login/oauth2/code/github");
    GithubStandIn github = GithubStandIn.start(port, client, InstantSource.system(), random);
    Map<String, String> settings = new TreeMap<>();
    settings.put("GITHUB_CLIENT_ID", client.id());
    settings.put("GITHUB_CLIENT_SECRET", client.secret());
    settings.put("GITHUB_URL", github.url());
    settings.put("GITHUB_API_URL", github.url());
    settings.put("MOCKINGBIRD_DEMO", "true");
    settings.put("MOCKINGBIRD_ORGANISERS", "olivia");
    settings.put("MOCKINGBIRD_INTERVIEWERS", "olivia,ivan");
    return settings;
  }
}
