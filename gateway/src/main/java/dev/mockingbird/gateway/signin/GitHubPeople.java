package dev.mockingbird.gateway.signin;

import dev.mockingbird.gateway.github.GitHubSettings;
import dev.mockingbird.gateway.github.GitHubTeams;
import dev.mockingbird.gateway.person.People;
import dev.mockingbird.gateway.person.Profile;
import dev.mockingbird.gateway.person.RoleSettings;
import dev.mockingbird.gateway.session.SignOuts;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks GitHub who has signed in, and remembers their profile. GitHub's access token is used here
/// and then forgotten.
@Component
class GitHubPeople implements ReactiveOAuth2UserService<OAuth2UserRequest, OAuth2User> {

  private final DefaultReactiveOAuth2UserService users = new DefaultReactiveOAuth2UserService();
  private final GitHubTeams teams;
  private final RoleSettings roles;
  private final People people;
  private final SignOuts signOuts;
  private final Clock clock;
  private final String issuer;

  GitHubPeople(
      GitHubSettings gitHub,
      GitHubTeams teams,
      RoleSettings roles,
      People people,
      SignOuts signOuts,
      Clock clock,
      @Value("${mockingbird.demo:false}") boolean demo) {
    this.teams = teams;
    this.roles = roles;
    this.people = people;
    this.signOuts = signOuts;
    this.clock = clock;
    this.issuer = demo ? "demo" : gitHub.web().getHost().toLowerCase(Locale.ROOT);
  }

  @Override
  public Mono<OAuth2User> loadUser(OAuth2UserRequest request) {
    return users
        .loadUser(request)
        .flatMap(user -> profile(user.getAttributes(), request.getAccessToken().getTokenValue()))
        .flatMap(profile -> tellOfLostRoles(profile).then(people.save(profile)).thenReturn(profile))
        .map(SignedInPerson::new);
  }

  private Mono<Profile> profile(Map<String, Object> user, String accessToken) {
    if (!(user.get("id") instanceof Number id) || !(user.get("login") instanceof String login)) {
      return Mono.error(
          new OAuth2AuthenticationException(
              new OAuth2Error(
                  "invalid_user_info_response", "GitHub sent no numeric id or no login", null)));
    }
    String name = user.get("name") instanceof String given && !given.isBlank() ? given : login;
    String avatar = user.get("avatar_url") instanceof String url ? url : "";
    return teams
        .among(roles.teams(), login, accessToken)
        .map(roles::ofTeams)
        .map(
            found ->
                new Profile(
                    issuer + ":" + id.longValue(), login, name, avatar, found, clock.instant()));
  }

  /// Somebody who has left a team must not go on in sockets opened while they were in it.
  private Mono<Void> tellOfLostRoles(Profile now) {
    return people
        .find(now.id())
        .filter(before -> !now.teamRoles().containsAll(before.teamRoles()))
        .flatMap(_ -> signOuts.ofPerson(now.id()));
  }
}
