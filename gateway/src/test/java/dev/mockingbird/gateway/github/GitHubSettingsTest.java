package dev.mockingbird.gateway.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.gateway.problem.StartRefused;
import java.net.URI;
import org.junit.jupiter.api.Test;

class GitHubSettingsTest {

  private static final GitHubSettings.Client CLIENT = new GitHubSettings.Client("id", "s3cret");

  @Test
  void meansGitHubItselfUnlessToldOtherwise() {
    GitHubSettings settings = new GitHubSettings(null, null, CLIENT);

    assertThat(settings.web()).hasToString("https://github.com");
    assertThat(settings.apiBase()).hasToString("https://api.github.com");
  }

  @Test
  void findsTheApiOfGitHubEnterprise() {
    GitHubSettings settings =
        new GitHubSettings(URI.create("https://git.acme.example/"), null, CLIENT);

    assertThat(settings.web()).hasToString("https://git.acme.example");
    assertThat(settings.apiBase()).hasToString("https://git.acme.example/api/v3");
  }

  @Test
  void takesTheApisAddressWhenItIsGiven() {
    GitHubSettings settings =
        new GitHubSettings(
            URI.create("http://127.0.0.1:9000"),
            new GitHubSettings.Api(URI.create("http://127.0.0.1:9001/")),
            CLIENT);

    assertThat(settings.apiBase()).hasToString("http://127.0.0.1:9001");
  }

  @Test
  void doesNotStartWithoutAClient() {
    assertThatThrownBy(() -> new GitHubSettings(null, null, null))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET are not set");
    assertThatThrownBy(() -> new GitHubSettings(null, null, new GitHubSettings.Client("id", " ")))
        .isInstanceOf(StartRefused.class);
  }

  @Test
  void doesNotShowItsSecret() {
    assertThat(new GitHubSettings(null, null, CLIENT).toString()).doesNotContain("s3cret");
  }
}
