package dev.mockingbird.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Starts children that the kernel kills when this JVM dies, however it dies.
///
/// The kernel ties `pdeathsig` to the *thread* that forked, so all children are forked by one
/// thread that lives as long as the JVM. `setsid` keeps the terminal's Ctrl-C away from them: it
/// reaches this JVM alone, which then stops them in order.
final class Spawner {

  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("spawner").factory());

  private static final List<String> PREFIX = List.of("setsid", "setpriv", "--pdeathsig", "KILL");

  private Spawner() {}

  /// @param privileges further options of `setpriv`, such as another user
  static Process spawn(ProcessBuilder builder, List<String> privileges) throws IOException {
    List<String> command = new ArrayList<>(PREFIX);
    command.addAll(privileges);
    command.add("--");
    command.addAll(builder.command());
    builder.command(command);
    try {
      return CompletableFuture.supplyAsync(() -> start(builder), THREAD).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting " + command, e);
    } catch (ExecutionException e) {
      throw new IOException("cannot start " + command, e.getCause());
    }
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
