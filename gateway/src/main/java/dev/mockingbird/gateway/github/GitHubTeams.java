package dev.mockingbird.gateway.github;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// The teams of the person whose access token is given, as `org/team`, in lower case.
@Component
public class GitHubTeams {

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 20;

  private final WebClient client;

  GitHubTeams(GitHubSettings gitHub) {
    this.client = WebClient.create(gitHub.apiBase().toString());
  }

  private record Team(String slug, Organization organization) {}

  private record Organization(String login) {}

  private record Page(int number, List<Team> teams) {}

  public Mono<Set<String>> of(String accessToken) {
    return page(accessToken, 1)
        .expand(
            page ->
                page.teams().size() < PAGE || page.number() == MOST_PAGES
                    ? Mono.empty()
                    : page(accessToken, page.number() + 1))
        .timeout(Duration.ofSeconds(10))
        .flatMapIterable(Page::teams)
        .map(team -> team.organization().login() + "/" + team.slug())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(HashSet::new, Set::add);
  }

  private Mono<Page> page(String accessToken, int number) {
    return client
        .get()
        .uri("/user/teams?per_page={size}&page={number}", PAGE, number)
        .headers(headers -> headers.setBearerAuth(accessToken))
        .header("Accept", "application/vnd.github+json")
        .retrieve()
        .bodyToMono(new ParameterizedTypeReference<List<Team>>() {})
        .map(teams -> new Page(number, teams));
  }
}
