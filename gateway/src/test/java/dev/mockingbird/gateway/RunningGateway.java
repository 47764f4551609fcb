package dev.mockingbird.gateway;

import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.Stores;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/// A gateway in this JVM, as its configuration makes it, on a port of its own.
final class RunningGateway implements AutoCloseable {

  private static final Path KEY = installationKey();

  private final ConfigurableApplicationContext context;
  private final URI uri;

  private RunningGateway(ConfigurableApplicationContext context, URI uri) {
    this.context = context;
    this.uri = uri;
  }

  static RunningGateway start(Stores stores, URI gitHub, String service, String... more) {
    return start(Ports.free(), stores, gitHub, service, more);
  }

  static RunningGateway start(int port, Stores stores, URI gitHub, String service, String... more) {
    URI uri = URI.create("http://127.0.0.1:" + port);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--mockingbird.public.url=" + uri,
                "--mockingbird.redis.url=" + stores.redisUri(),
                "--mockingbird.installation.key.file=" + KEY,
                "--mockingbird.interview.url=" + service,
                "--mockingbird.live.url=" + service,
                "--mockingbird.search.url=http://127.0.0.1:" + Ports.free(),
                "--mockingbird.scoring.url=" + service,
                "--mockingbird.organisers=olga",
                "--mockingbird.interviewers=ivan,irene",
                "--mockingbird.sockets.touched-every=200ms",
                "--mockingbird.limits.sign-in.burst=1000",
                "--mockingbird.limits.sign-in.per-second=1000",
                "--github.url=" + gitHub,
                "--github.api.url=" + gitHub,
                "--github.client.id=client",
                "--github.client.secret=secret"));
    for (String wish : more) {
      arguments.removeIf(usual -> usual.startsWith(wish.substring(0, wish.indexOf('=') + 1)));
      arguments.add(wish);
    }
    return new RunningGateway(
        new SpringApplicationBuilder(Gateway.class)
            .initializers(RunningGateway::withItsOwnThreads)
            .run(arguments.toArray(String[]::new)),
        uri);
  }

  /// Spring shares Netty's threads within a JVM, and the first context that closes stops them.
  private static void withItsOwnThreads(ConfigurableApplicationContext context) {
    ((GenericApplicationContext) context)
        .registerBean(
            ReactorResourceFactory.class,
            () -> {
              ReactorResourceFactory threads = new ReactorResourceFactory();
              threads.setUseGlobalResources(false);
              return threads;
            });
  }

  URI uri() {
    return uri;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  private static Path installationKey() {
    try {
      Path file = Files.createTempFile("installation", ".key");
      file.toFile().deleteOnExit();
      byte[] key = new byte[32];
      new java.security.SecureRandom().nextBytes(key);
      return Files.writeString(file, Base64.getEncoder().encodeToString(key));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
