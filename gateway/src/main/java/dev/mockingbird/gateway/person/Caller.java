package dev.mockingbird.gateway.person;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// The person behind a request, with the roles they have right now.
public final class Caller extends AbstractAuthenticationToken {

  /// How the caller proved who they are. `handle` names the proof without giving it away; it is the
  /// `sid` of minted tokens and of sign-outs.
  public sealed interface Proof {
    String handle();
  }

  public record BrowserSession(String handle) implements Proof {}

  public record PersonalToken(String handle, Instant expiresAt) implements Proof {}

  private final transient Profile profile;
  private final transient Set<Role> roles;
  private final transient Scope scope;
  private final transient Proof proof;

  public Caller(Profile profile, Set<Role> roles, Scope scope, Proof proof) {
    super(List.of(new SimpleGrantedAuthority("SCOPE_" + scope.wireName())));
    this.profile = profile;
    this.roles = Set.copyOf(roles);
    this.scope = scope;
    this.proof = proof;
    setAuthenticated(true);
  }

  public Profile profile() {
    return profile;
  }

  public Set<Role> roles() {
    return roles;
  }

  public Scope scope() {
    return scope;
  }

  public Proof proof() {
    return proof;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return profile;
  }

  @Override
  public String getName() {
    return profile.id();
  }

  /// Ends up in debug logs: the opaque id only.
  @Override
  public String toString() {
    return "Caller " + profile.id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Caller caller
        && profile.equals(caller.profile)
        && roles.equals(caller.roles)
        && scope == caller.scope
        && proof.equals(caller.proof);
  }

  @Override
  public int hashCode() {
    return proof.hashCode();
  }
}
