package dev.mockingbird.gateway.github;

import dev.mockingbird.gateway.problem.StartRefused;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where GitHub is and who we are there: `GITHUB_URL`, `GITHUB_API_URL`, `GITHUB_CLIENT_ID`,
/// `GITHUB_CLIENT_SECRET`.
@ConfigurationProperties("github")
public record GitHubSettings(@Nullable URI url, @Nullable Api api, @Nullable Client client) {

  private static final URI GITHUB = URI.create("https://github.com");
  private static final URI GITHUB_API = URI.create("https://api.github.com");

  record Api(@Nullable URI url) {}

  record Client(@Nullable String id, @Nullable String secret) {}

  public GitHubSettings {
    if (client == null || blank(client.id()) || blank(client.secret())) {
      throw new StartRefused(
          "GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET are not set. Make an OAuth app at "
              + (url == null ? GITHUB : url)
              + "/settings/developers and put its client id and secret there.");
    }
  }

  public URI web() {
    return url == null ? GITHUB : withoutSlash(url);
  }

  /// GitHub Enterprise Server has its API under the same host.
  public URI apiBase() {
    if (api != null && api.url() != null) {
      return withoutSlash(api.url());
    }
    return web().equals(GITHUB) ? GITHUB_API : URI.create(web() + "/api/v3");
  }

  public String clientId() {
    return client == null || client.id() == null ? "" : client.id();
  }

  public String clientSecret() {
    return client == null || client.secret() == null ? "" : client.secret();
  }

  /// A log line about the settings must not show the secret.
  @Override
  public String toString() {
    return "GitHub at " + web();
  }

  private static URI withoutSlash(URI uri) {
    return URI.create(uri.toString().replaceAll("/+$", ""));
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
