package dev.mockingbird.gateway.signin;

import dev.mockingbird.gateway.github.GitHubSettings;
import dev.mockingbird.gateway.person.RoleSettings;
import dev.mockingbird.gateway.site.PublicUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/// Our registration at GitHub, GitHub Enterprise or the stand-in: one code path for all.
@Configuration(proxyBeanMethods = false)
class GitHubClient {

  @Bean
  ReactiveClientRegistrationRepository gitHub(
      GitHubSettings gitHub, PublicUrl site, RoleSettings roles) {
    return new InMemoryReactiveClientRegistrationRepository(
        ClientRegistration.withRegistrationId("github")
            .clientName("GitHub")
            .clientId(gitHub.clientId())
            .clientSecret(gitHub.clientSecret())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            // Never from the Host header: whoever sends that could choose where the code goes.
            .redirectUri(site.resolve("/login/oauth2/code/github"))
            .scope(
                roles.teams().isEmpty()
                    ? new String[] {"read:user"}
                    : new String[] {"read:user", "read:org"})
            .authorizationUri(gitHub.web() + "/login/oauth/authorize")
            .tokenUri(gitHub.web() + "/login/oauth/access_token")
            .userInfoUri(gitHub.apiBase() + "/user")
            .userNameAttributeName("id")
            .build());
  }
}
