package dev.mockingbird.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mockingbird.stack.ChildProcess;
import dev.mockingbird.stack.Ports;
import dev.mockingbird.stack.Server;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An OAuth server that nobody here wrote, at GitHub's addresses. What is installed from npm for it
/// stands in `src/test/oauth`, locked.
final class OAuthServer extends Server {

  private static final Path FOLDER = Path.of("src/test/oauth").toAbsolutePath();
  private static final Path LOGS = Path.of("target/oauth").toAbsolutePath();

  private final String script;
  private final List<String> arguments;

  private OAuthServer(String script, int port, String... arguments) {
    super(script, port, LOGS.resolve(script + "-" + port + ".log"));
    this.script = script;
    this.arguments = List.of(arguments);
  }

  /// Checks PKCE, and lets everybody in as the person with this login.
  static OAuthServer strict(String login) throws IOException {
    return started(new OAuthServer("oauth2-mock-server", Ports.free(), login));
  }

  /// Behaves like GitHub as a whole, but does not check PKCE.
  static OAuthServer gitHubLike(URI redirect) throws IOException {
    return started(new OAuthServer("emulate", Ports.free(), redirect.toString()));
  }

  private static OAuthServer started(OAuthServer server) throws IOException {
    server.start();
    return server;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /// The person opens the page, is asked or not, and agrees: where the browser is sent back to.
  URI agree(URI authorize, String login) throws IOException, InterruptedException {
    try (HttpClient person = HttpClient.newHttpClient()) {
      HttpResponse<String> page =
          person.send(HttpRequest.newBuilder(authorize).build(), BodyHandlers.ofString());
      if (page.statusCode() == 302) {
        return back(page);
      }
      if (page.statusCode() != 200 || !page.body().contains(login)) {
        throw new AssertionError(page.statusCode() + " " + page.body());
      }
      String form =
          Arrays.stream(authorize.getRawQuery().split("&"))
              .filter(pair -> pair.matches("(redirect_uri|scope|state|client_id)=.*"))
              .collect(
                  Collectors.joining("&", "login=" + URLEncoder.encode(login, UTF_8) + "&", ""));
      return back(
          person.send(
              HttpRequest.newBuilder(uri().resolve("/login/oauth/callback"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.ofString()));
    }
  }

  private static URI back(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  @Override
  protected ChildProcess.Launch prepare() {
    List<String> command = new ArrayList<>(List.of("node", script + ".mjs", "" + port()));
    command.addAll(arguments);
    return new ChildProcess.Launch(command, Map.of(), FOLDER, log().file());
  }

  @Override
  protected boolean answers() throws IOException {
    var connection = (HttpURLConnection) uri().resolve("/user").toURL().openConnection();
    connection.setReadTimeout(1_000);
    return connection.getResponseCode() == 401;
  }
}
