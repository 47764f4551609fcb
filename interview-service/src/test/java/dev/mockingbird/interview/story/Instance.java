package dev.mockingbird.interview.story;

import dev.mockingbird.interview.InterviewService;
import dev.mockingbird.interview.live.LiveServer;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// One running interview-service. Unless a test says otherwise, Kafka's address leads nowhere: a
/// room must not notice.
final class Instance implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  static final String NO_KAFKA = "127.0.0.1:1";

  /// @param more properties of this test's own
  static Instance on(
      String redis, String kafka, String gateway, Path installationKey, String... more) {
    return new Instance(redis, kafka, gateway, installationKey, more);
  }

  static Instance withoutKafka(String redis, String gateway, Path installationKey, String... more) {
    return on(redis, NO_KAFKA, gateway, installationKey, more);
  }

  private Instance(
      String redis, String kafka, String gateway, Path installationKey, String[] more) {
    context =
        new SpringApplicationBuilder(InterviewService.class)
            .properties(more)
            .run(
                "--server.port=0",
                "--mockingbird.live.port=0",
                "--spring.jmx.enabled=false",
                "--logging.level.root=ERROR",
                "--mockingbird.redis.url=" + redis,
                "--mockingbird.kafka.bootstrap=" + kafka,
                "--mockingbird.installation.key.file=" + installationKey,
                "--mockingbird.gateway.url=" + gateway,
                "--mockingbird.search.url=" + gateway,
                "--mockingbird.public.url=http://mockingbird.test",
                "--mockingbird.shards=2");
  }

  int port() {
    return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  /// Where its sockets are opened.
  int livePort() {
    return context.getBean(LiveServer.class).port();
  }

  @Override
  public void close() {
    context.close();
  }
}
