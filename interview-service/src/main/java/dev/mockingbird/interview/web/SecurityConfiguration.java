package dev.mockingbird.interview.web;

import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/// Only the gateway's tokens open this service, and writing needs their `write` scope.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String ISSUER = "mockingbird";

  @Bean
  SecurityFilterChain filterChain(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health/**", "/actuator/prometheus", "/api/docs/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/api/**")
                    .authenticated()
                    .requestMatchers(HttpMethod.HEAD, "/api/**")
                    .authenticated()
                    .anyRequest()
                    .hasAuthority("SCOPE_write"))
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> {})
                    .authenticationEntryPoint(
                        (_, response, _) -> Refusal.SIGNED_OUT.write(response))
                    .accessDeniedHandler(
                        (_, response, _) -> Refusal.READ_ONLY_TOKEN.write(response)))
        .build();
  }

  @Bean
  JwtDecoder jwtDecoder(@Value("${mockingbird.gateway.url}") String gateway) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(gateway + "/.well-known/jwks.json")
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .build();
    JwtClaimValidator<Collection<String>> audience =
        new JwtClaimValidator<>("aud", aud -> aud != null && aud.contains(ISSUER));
    JwtClaimValidator<String> issuer = new JwtClaimValidator<>("iss", ISSUER::equals);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(JwtValidators.createDefault(), audience, issuer)));
    return decoder;
  }
}
