package dev.mockingbird.benchmarks.stage;

import dev.mockingbird.stack.github.DemoPerson;
import dev.mockingbird.stack.github.GithubStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The real gateway, with the demo's stand-in for GitHub to sign in at.
final class Gateway implements AutoCloseable {

  private static final String SECRET = "benchmarks-only";

  private final Running process;
  private final GithubStandIn github;
  private final String url;

  private Gateway(Running process, GithubStandIn github, String url) {
    this.process = process;
    this.github = github;
    this.url = url;
  }

  /// Prepares a gateway's environment, and starts it.
  interface Starter {
    Running start(Map<String, String> environment) throws IOException;
  }

  static Gateway start(int port, Running interview, Starter starter) throws IOException {
    String url = "http://localhost:" + port;
    var client = new GithubStandIn.Client("benchmarks", SECRET, url + "/login/oauth2/code/github");
    GithubStandIn github =
        GithubStandIn.start(0, client, InstantSource.system(), new SecureRandom());
    Map<String, String> environment = new TreeMap<>();
    environment.put("GITHUB_CLIENT_ID", client.id());
    environment.put("GITHUB_CLIENT_SECRET", client.secret());
    environment.put("GITHUB_URL", github.url());
    environment.put("GITHUB_API_URL", github.url());
    environment.put("MOCKINGBIRD_DEMO", "true");
    environment.put("MOCKINGBIRD_INTERVIEWERS", "olivia,ivan");
    environment.put("MOCKINGBIRD_INTERVIEW_URL", "http://127.0.0.1:" + interview.port());
    environment.put("MOCKINGBIRD_LIVE_URL", "http://127.0.0.1:" + interview.socketPort());
    return new Gateway(starter.start(environment), github, url);
  }

  int port() {
    return process.port();
  }

  Running process() {
    return process;
  }

  /// Its public keys as JSON objects, comma separated; empty while it does not answer.
  Optional<String> keys() {
    try (var answer =
        URI.create("http://127.0.0.1:" + port() + "/.well-known/jwks.json").toURL().openStream()) {
      String json = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(json.substring(json.indexOf('[') + 1, json.lastIndexOf(']')));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  BrowserSession signIn(DemoPerson person) throws IOException {
    return BrowserSession.signIn(URI.create(url), person.login());
  }

  @Override
  public void close() {
    process.close();
    github.close();
  }
}
