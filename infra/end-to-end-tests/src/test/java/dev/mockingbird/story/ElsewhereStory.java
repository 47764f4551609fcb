package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.demo.StagedInterview;
import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.RedisServer;
import dev.mockingbird.stack.Store;
import dev.mockingbird.stack.Stores;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An installation whose stores are somewhere else and whose people come through TLS.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ElsewhereStory {

  private static SSLContext before;
  private static TlsProxy proxy;
  private static RedisServer redis;
  private static RunningInstallation installation;
  private static String interview;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    before = SSLContext.getDefault();
    proxy = new TlsProxy(folder);
    SSLContext.setDefault(proxy.context());
    Path data = RunningInstallation.newDataFolder();
    Path elsewhere = data.resolveSibling("redis");
    redis =
        new RedisServer(
            Ports.free(),
            elsewhere,
            elsewhere.resolve("redis.log"),
            new RedisServer.Options("team-secret", "0"));
    redis.start();
    Stores stores = Stores.shared(Store.KAFKA, Store.ELASTICSEARCH);
    installation =
        RunningInstallation.with(
            data,
            "--public-url",
            proxy.url(),
            "--redis",
            redis.uri(),
            "--kafka",
            stores.kafkaBootstrap(),
            "--elasticsearch",
            stores.elasticsearchUri());
    proxy.forwardTo(URI.create(installation.url()).getPort());
  }

  @AfterAll
  static void stop() {
    installation.close();
    redis.close();
    proxy.close();
    SSLContext.setDefault(before);
  }

  @Test
  @Order(1)
  void cookiesCallbackAndLinksAreThoseOfThePublicAddress() throws Exception {
    HttpResponse<Void> redirect;
    try (HttpClient browser = HttpClient.newHttpClient()) {
      redirect =
          browser.send(
              HttpRequest.newBuilder(URI.create(proxy.url() + "/oauth2/authorization/github"))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
    }
    assertThat(
            URLDecoder.decode(
                redirect.headers().firstValue("Location").orElseThrow(), StandardCharsets.UTF_8))
        .contains("redirect_uri=" + proxy.url() + "/login/oauth2/code/github");
    assertThat(redirect.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    try (StagedInterview staged = StagedInterview.book(URI.create(proxy.url()))) {
      assertThat(staged.invitation()).startsWith(proxy.url() + "/join/");
      // A socket is opened only for the exact origin.
      staged.enter();
    }
  }

  @Test
  @Order(2)
  void theDemoFindsItByItsDataFolder() throws Exception {
    ProcessBuilder demo =
        RunningInstallation.command(
            "run",
            "infra/end-to-end-tests",
            "dev.mockingbird.demo.Demo",
            "--json",
            "--data",
            installation.data().toString());
    demo.environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            "-Djavax.net.ssl.trustStore="
                + proxy.store()
                + " -Djavax.net.ssl.trustStorePassword="
                + TlsProxy.PASSWORD);
    Said said = said(demo.redirectError(ProcessBuilder.Redirect.INHERIT));

    assertThat(said.exit()).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(said.text());
    assertThat(report.path("address").asString()).startsWith(proxy.url() + "/reports/");
    assertThat(report.at("/overall/scored").asInt()).isEqualTo(2);
    interview = report.path("interview").asString();
  }

  @Test
  @Order(3)
  void nothingOfItIsInTheDataFolderAndABackupSaysSo() throws Exception {
    Path file = installation.data().resolveSibling("backup.tar.gz");
    for (String store : new String[] {"redis", "kafka"}) {
      try (Stream<Path> content = Files.list(installation.data().resolve(store))) {
        assertThat(content).isEmpty();
      }
    }
    Said said =
        said(
            RunningInstallation.command(
                "backup", file.toString(), "--data", installation.data().toString()));
    assertThat(said.exit()).isNotZero();
    assertThat(said.text())
        .startsWith("Redis at 127.0.0.1:" + redis.port() + " and Kafka at ")
        .contains("can only be saved there");
    assertThat(file).doesNotExist();
  }

  @Test
  @Order(4)
  void anErasureFindsItsStores() throws Exception {
    Said said =
        said(
            RunningInstallation.command(
                    "run",
                    "interview-service",
                    "dev.mockingbird.interview.erase.Erase",
                    "interview",
                    interview,
                    "--yes",
                    "--data",
                    installation.data().toString())
                .redirectErrorStream(true));
    assertThat(said.text()).contains("Erased interview " + interview);
    assertThat(said.exit()).isZero();
  }

  private record Said(String text, int exit) {}

  private static Said said(ProcessBuilder command) throws Exception {
    Process process = command.start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Said(text, process.waitFor());
  }
}
