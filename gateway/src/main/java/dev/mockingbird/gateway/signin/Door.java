package dev.mockingbird.gateway.signin;

import dev.mockingbird.gateway.edge.RateLimits;
import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.person.Scope;
import dev.mockingbird.gateway.problem.Problem;
import dev.mockingbird.gateway.problem.ProblemWriter;
import dev.mockingbird.gateway.session.SessionCallers;
import dev.mockingbird.gateway.site.PublicUrl;
import dev.mockingbird.gateway.site.RequestKind;
import dev.mockingbird.gateway.token.TokenAuthentication;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.OAuth2LoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginReactiveAuthenticationManager;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Who may come in: the app's files and the sign-in for everybody, `/api` and `/ws` for people who
/// are signed in by session or token.
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Door {

  private static final Duration GITHUB_ANSWERS_WITHIN = Duration.ofSeconds(15);

  private final ProblemWriter problems;
  private final PublicUrl site;
  private final boolean demo;

  Door(ProblemWriter problems, PublicUrl site, @Value("${mockingbird.demo:false}") boolean demo) {
    this.demo = demo;
    this.problems = problems;
    this.site = site;
  }

  @Bean
  SecurityWebFilterChain filters(
      ServerHttpSecurity http,
      SessionCallers sessions,
      TokenAuthentication tokens,
      RateLimits limits,
      OAuth2LoginSpecs login) {
    return http.headers(HeaderSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .logout(LogoutSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .httpBasic(HttpBasicSpec::disable)
        .securityContextRepository(sessions)
        .csrf(this::csrf)
        .oauth2Login(login::configure)
        .addFilterBefore(tokens.filter(), SecurityWebFiltersOrder.AUTHENTICATION)
        .addFilterAfter(Csrf::send, SecurityWebFiltersOrder.CSRF)
        .addFilterBefore(limits::ofPeople, SecurityWebFiltersOrder.AUTHORIZATION)
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(this::signInFirst)
                    .accessDeniedHandler(this::denied))
        .authorizeExchange(
            paths ->
                paths
                    .pathMatchers("/api/docs/**")
                    .permitAll()
                    .pathMatchers("/api/**", "/ws/**")
                    .access(Door::mayPass)
                    .anyExchange()
                    .permitAll())
        .build();
  }

  private void csrf(CsrfSpec csrf) {
    csrf.csrfTokenRepository(Csrf.cookie(site))
        // The token is never in a page's body, so it needs no masking against BREACH.
        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
        .requireCsrfProtectionMatcher(Csrf::isNeeded)
        .accessDeniedHandler(this::denied);
  }

  private static Mono<AuthorizationResult> mayPass(
      Mono<Authentication> authentication, AuthorizationContext context) {
    ServerHttpRequest request = context.getExchange().getRequest();
    boolean reads = RequestKind.reads(request) && !RequestKind.opensSocket(request);
    return authentication
        .ofType(Caller.class)
        .<AuthorizationResult>map(
            caller -> new AuthorizationDecision(reads || caller.scope() == Scope.WRITE))
        .defaultIfEmpty(new AuthorizationDecision(false));
  }

  private Mono<Void> signInFirst(ServerWebExchange exchange, AuthenticationException error) {
    return problems.write(
        exchange,
        Problem.of(
                HttpStatus.UNAUTHORIZED,
                "SIGNED_OUT",
                "You are not signed in. Sign in at /oauth2/authorization/github, or send a personal"
                    + " access token.")
            // The sign-in page must say so before anybody signs in at a stand-in.
            .with(Map.of("demo", demo)));
  }

  private Mono<Void> denied(ServerWebExchange exchange, AccessDeniedException denied) {
    return problems.write(
        exchange,
        denied instanceof CsrfException
            ? Problem.of(
                HttpStatus.FORBIDDEN,
                "CSRF",
                "Repeat the cookie XSRF-TOKEN in the header X-XSRF-TOKEN, or reload the page.")
            : Problem.of(
                HttpStatus.FORBIDDEN,
                "SCOPE_READ_ONLY",
                "This access token may only read; live connections write. Make one with the scope"
                    + " write."));
  }

  /// The OAuth part of the chain.
  @Bean
  OAuth2LoginSpecs login(
      PendingSignIns pending,
      GitHubPeople people,
      SignInOutcome outcome,
      NoKeptTokens clients,
      SessionCallers sessions) {
    OAuth2LoginReactiveAuthenticationManager manager =
        new OAuth2LoginReactiveAuthenticationManager(new CodeExchange(), people);
    // Spring Security lets errors of the network through; the person should see the sign-in page.
    ReactiveAuthenticationManager bounded =
        tried ->
            manager
                .authenticate(tried)
                .timeout(GITHUB_ANSWERS_WITHIN)
                .onErrorMap(
                    error -> !(error instanceof AuthenticationException),
                    error -> new AuthenticationServiceException(String.valueOf(error), error));
    return spec ->
        spec.authorizationRequestRepository(pending)
            .authenticationManager(bounded)
            .authorizedClientRepository(clients)
            .securityContextRepository(sessions)
            .authenticationSuccessHandler(outcome)
            .authenticationFailureHandler(outcome);
  }

  interface OAuth2LoginSpecs {
    void configure(OAuth2LoginSpec spec);
  }
}
