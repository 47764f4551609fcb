package dev.mockingbird.gateway.signin;

import dev.mockingbird.gateway.person.Profile;
import dev.mockingbird.gateway.session.SessionCallers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/// The person GitHub has just vouched for.
record SignedInPerson(Profile profile) implements OAuth2User, SessionCallers.Signed {

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of("id", profile.id());
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String getName() {
    return profile.id();
  }
}
