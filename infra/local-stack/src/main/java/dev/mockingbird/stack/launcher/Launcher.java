package dev.mockingbird.stack.launcher;

import dev.mockingbird.stack.ChildProcess;
import dev.mockingbird.stack.github.DemoPerson;
import dev.mockingbird.stack.launcher.Checks.Finding;
import dev.mockingbird.stack.launcher.ServiceEnvironment.StoreAddresses;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The commands of `./mockingbird` that concern the installation as a whole.
public final class Launcher {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUNDERSTOOD = 2;

  /// Something is in the way; nothing was started. The script relies on this number.
  private static final int REFUSED = 3;

  private final Path home;
  private final Map<String, String> environment;
  private final Console console;

  private Launcher(Path home, Map<String, String> environment, Console console) {
    this.home = home;
    this.environment = environment;
    this.console = console;
  }

  static void main(String[] arguments) throws InterruptedException {
    Path home = Path.of(System.getProperty("mockingbird.home", ".")).toAbsolutePath().normalize();
    Map<String, String> environment = System.getenv();
    Console console =
        new Console(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            System.console() != null && System.console().isTerminal(),
            System::nanoTime);
    Command command =
        CommandLine.parse(List.of(arguments), environment, DataFolder.byDefault(environment));
    int result = FAILED;
    try {
      result = new Launcher(home, environment, console).run(command);
    } catch (IOException e) {
      console.say("That did not work: " + sentence(e));
    } catch (RuntimeException e) {
      e.printStackTrace();
    }
    System.exit(result);
  }

  /// The messages of the JDK's file exceptions are a path and no more.
  private static String sentence(IOException e) {
    return switch (e) {
      case AccessDeniedException denied ->
          "this user may not read or write " + denied.getFile() + ".";
      case NoSuchFileException missing -> "there is no " + missing.getFile() + ".";
      case FileSystemException other ->
          other.getFile() + ": " + Objects.requireNonNullElse(other.getReason(), "failed") + ".";
      default -> String.valueOf(e.getMessage());
    };
  }

  private int run(Command command) throws IOException, InterruptedException {
    DataFolder folder = new DataFolder(command.data());
    return switch (command) {
      case Command.Up up -> up(up.orAsBefore(StartedWith.read(folder)), folder);
      case Command.Check(Command.Up up) -> {
        List<String> problems = problems(up.orAsBefore(StartedWith.read(folder)));
        problems.forEach(console::say);
        yield problems.isEmpty() ? DONE : REFUSED;
      }
      case Command.Down _ -> down(folder);
      case Command.Doctor(Command.Up up) -> doctor(up.orAsBefore(StartedWith.read(folder)));
      case Command.Backup(Path file, _) ->
          report(
              Backup.save(folder, file),
              "Saved to " + file + ". Keep it safe: it contains the installation key.");
      case Command.Restore(Path file, _) ->
          report(
              Backup.restore(folder, file, new SecureRandom()),
              "Restored to " + folder.root() + ".");
      case Command.Run run -> program(run, folder);
      case Command.Misunderstood(String sentence, _) -> {
        console.say(sentence);
        yield MISUNDERSTOOD;
      }
    };
  }

  private int up(Command.Up up, DataFolder folder) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    List<String> problems = problems(up);
    if (!problems.isEmpty()) {
      problems.forEach(console::say);
      return REFUSED;
    }
    if (!fits(up)) {
      console.say("To go back to the shipped one: --calibration shipped.");
      return REFUSED;
    }
    Optional<InstallationLock> lock = InstallationLock.tryTake(folder, "up");
    if (lock.isEmpty()) {
      console.say(InstallationLock.refusal(folder));
      return REFUSED;
    }
    Installation installation = new Installation(home, folder, up, console);
    ChildProcess.beforeExit(
        () -> {
          console.quiet();
          console.say("Stopping …");
          installation.stop();
          console.say("Stopped. Your data is in " + folder.root() + ".");
        });
    console.say("Starting Mockingbird, data in " + folder.root());
    SignIn signIn = SignIn.choose(environment, up.publicUrl());
    try {
      installation.start(signIn, LanguageModel.of(environment));
    } catch (IOException e) {
      if (installation.isStopping()) {
        return FAILED;
      }
      console.quiet();
      console.say("Mockingbird could not start: " + sentence(e));
      console.say("The logs are in " + folder.log("").getParent() + ".");
      return FAILED;
    }
    welcome(up, signIn, (System.nanoTime() - begun) / 1_000_000_000);
    // Until Ctrl-C or `down` ends this JVM.
    Thread.currentThread().join();
    return DONE;
  }

  private void welcome(Command.Up up, SignIn signIn, long seconds) {
    console.say("");
    console.say("Mockingbird is ready after %d s: %s".formatted(seconds, up.publicUrl()));
    if (signIn instanceof SignIn.Demo) {
      console.say("Sign in as one of the demo people (this machine only):");
      for (DemoPerson person : DemoPerson.values()) {
        console.say(
            "  %-8s %s, %s"
                .formatted(
                    person.login(),
                    person.displayName(),
                    person.role().toLowerCase(java.util.Locale.ROOT)));
      }
    }
    console.say(
        "Stop it with Ctrl-C or ./mockingbird down; see it play an interview with ./mockingbird demo.");
  }

  private int down(DataFolder folder) throws IOException, InterruptedException {
    Optional<InstallationLock.Holder> holder = InstallationLock.holder(folder);
    if (holder.isEmpty()) {
      console.say("Mockingbird is not running on " + folder.root() + ".");
      return DONE;
    }
    if (!holder.get().runsTheInstallation()) {
      console.say(holder.get().sentence(folder));
      return FAILED;
    }
    ProcessHandle running = holder.get().process();
    running.destroy();
    try {
      running.onExit().get(90, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException _) {
      console.say(
          "Process %d does not stop; look at %s."
              .formatted(running.pid(), folder.log("").getParent()));
      return FAILED;
    }
    console.say("Stopped. Your data is in " + folder.root() + ".");
    return DONE;
  }

  private int doctor(Command.Up up) throws IOException {
    int result = DONE;
    for (Finding finding : new Checks(environment).all(up)) {
      String problem = finding.problem();
      console.say(
          "%s %-8s %s"
              .formatted(
                  problem == null ? "ok  " : "FAIL",
                  finding.subject(),
                  problem == null ? finding.detail() : problem));
      result = problem == null ? result : FAILED;
    }
    return result;
  }

  /// A program of another module, with this installation's addresses.
  private int program(Command.Run run, DataFolder folder) throws IOException, InterruptedException {
    ProcessBuilder builder = java(run.module(), run.mainClass(), run.arguments());
    if (folder.isInstalled() && !run.standsAlone()) {
      StartedWith started = StartedWith.read(folder);
      ExistingStores existing =
          ExistingStores.of(Map.of(), environment).orAsBefore(started.existing());
      if (existing.redis().isEmpty() && InstallationLock.holder(folder).isEmpty()) {
        console.say(
            "Mockingbird is not running on %s: start it with ./mockingbird up."
                .formatted(folder.root()));
        return FAILED;
      }
      PortPlan ports = PortPlan.load(folder.ports());
      URI publicUrl =
          Objects.requireNonNullElseGet(
              started.publicUrl(),
              () -> URI.create("http://localhost:" + ports.known(Service.GATEWAY.moduleName())));
      StoreAddresses stores = OwnStores.of(folder, ports).addressesUnless(existing);
      builder
          .environment()
          .putAll(
              ServiceEnvironment.of(
                      folder,
                      ports,
                      stores,
                      publicUrl,
                      Calibration.orAsBefore(
                          Calibration.of(Map.of(), environment), started.calibration()),
                      Map.of(),
                      LanguageModel.of(Map.of()))
                  .shared());
    }
    Process program = builder.start();
    // Whoever ends this JVM means the program.
    ChildProcess.beforeExit(program::destroy);
    return program.waitFor();
  }

  private ProcessBuilder java(String module, String mainClass, List<String> arguments)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlogback.configurationFile=" + Launcher.class.getResource("command-logging.xml")));
    words.addAll(List.of("-cp", classpath(home.resolve(module)), mainClass));
    words.addAll(arguments);
    return new ProcessBuilder(words).inheritIO();
  }

  /// Only the scorer can tell whether a calibration was made for it; it says what is wrong itself.
  private boolean fits(Command.Up up) throws IOException, InterruptedException {
    return up.calibration().isEmpty()
        || java(
                    Service.SCORING.moduleName(),
                    "dev.mockingbird.scoring.shell.CalibrationCheck",
                    List.of(up.calibration().get()))
                .start()
                .waitFor()
            == 0;
  }

  private List<String> problems(Command.Up up) throws IOException {
    return new Checks(environment).problems(up);
  }

  private static String classpath(Path module) throws IOException {
    Path listed = module.resolve("target/runtime.classpath");
    return Files.exists(listed)
        ? module.resolve("target/classes") + ":" + Files.readString(listed).strip()
        : UnpackedJar.of(module).classpath();
  }

  private int report(Optional<String> refusal, String done) {
    console.say(refusal.orElse(done));
    return refusal.isEmpty() ? DONE : FAILED;
  }
}
