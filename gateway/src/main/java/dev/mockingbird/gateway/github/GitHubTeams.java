package dev.mockingbird.gateway.github;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks GitHub whether somebody is in a team, with that person's own access token. Members of a
/// team below it count, as they do at GitHub; somebody who was only invited does not.
@Component
public class GitHubTeams {

  private static final Logger log = LoggerFactory.getLogger(GitHubTeams.class);

  private final WebClient client;

  GitHubTeams(GitHubSettings gitHub) {
    this.client = WebClient.create(gitHub.apiBase().toString());
  }

  private record Membership(String state) {}

  /// Those of the teams (`org/team`) that the person is in.
  public Mono<Set<String>> among(Collection<String> teams, String login, String accessToken) {
    return Flux.fromIterable(teams)
        .filterWhen(team -> isMember(team, login, accessToken))
        .collect(Collectors.toUnmodifiableSet())
        .timeout(Duration.ofSeconds(10));
  }

  private Mono<Boolean> isMember(String team, String login, String accessToken) {
    int slash = team.indexOf('/');
    return client
        .get()
        .uri(
            "/orgs/{org}/teams/{team}/memberships/{login}",
            team.substring(0, slash),
            team.substring(slash + 1),
            login)
        .headers(headers -> headers.setBearerAuth(accessToken))
        .header(HttpHeaders.ACCEPT, "application/vnd.github+json")
        .exchangeToMono(answer -> isMember(team, answer));
  }

  private static Mono<Boolean> isMember(String team, ClientResponse answer) {
    return switch (HttpStatus.valueOf(answer.statusCode().value())) {
      case OK -> answer.bodyToMono(Membership.class).map(it -> "active".equals(it.state()));
      case NOT_FOUND -> answer.releaseBody().thenReturn(false);
      case FORBIDDEN -> isLimited(answer) ? answer.createError() : hidden(team, answer);
      default -> answer.createError();
    };
  }

  private static Mono<Boolean> hidden(String team, ClientResponse answer) {
    log.warn(
        "GitHub does not let us see who is in {}: an owner of the organisation must approve this"
            + " OAuth app",
        team);
    return answer.releaseBody().thenReturn(false);
  }

  /// GitHub says 403 to whoever asks too much, as it does to whoever may not ask.
  private static boolean isLimited(ClientResponse answer) {
    HttpHeaders headers = answer.headers().asHttpHeaders();
    return headers.containsHeader(HttpHeaders.RETRY_AFTER)
        || "0".equals(headers.getFirst("X-RateLimit-Remaining"));
  }
}
