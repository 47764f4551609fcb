package dev.mockingbird.gateway.edge;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.problem.Problem;
import dev.mockingbird.gateway.problem.ProblemWriter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.cloud.gateway.support.ipresolver.RemoteAddressResolver;
import org.springframework.cloud.gateway.support.ipresolver.XForwardedRemoteAddressResolver;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Token buckets in Redis, shared by all gateways. Signing in is limited by address, everything
/// else by person. When Redis does not answer, nobody is held up.
@Component
@Order(-200)
public class RateLimits implements WebFilter {

  private static final String TOO_MANY_REQUESTS = "TOO_MANY_REQUESTS";

  /// Patterns, not texts: `/%61pi/me` is read as `/api/me` by what lies behind.
  private static final List<PathPattern> SIGN_IN = patterns("/oauth2/**", "/login/**");

  private static final List<PathPattern> PEOPLE = patterns("/api/**", "/ws/**");
  private static final List<PathPattern> TOKENS = patterns("/api/tokens");

  private final RedisRateLimiter buckets;
  private final LimitSettings settings;
  private final RemoteAddressResolver addresses;
  private final ProblemWriter problems;

  RateLimits(RedisRateLimiter buckets, LimitSettings settings, ProblemWriter problems) {
    this.buckets = buckets;
    this.settings = settings;
    this.problems = problems;
    this.addresses =
        settings.trustedProxies() > 0
            ? XForwardedRemoteAddressResolver.maxTrustedIndex(settings.trustedProxies())
            : new RemoteAddressResolver() {};
    for (Limited limited : Limited.values()) {
      buckets.getConfig().put(limited.bucket(), settings.of(limited).toConfig());
    }
  }

  /// What is counted, each in buckets of its own.
  enum Limited {
    SIGN_IN,
    PERSON,
    TOKENS;

    String bucket() {
      return "mockingbird-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// Before anybody is known: the steps of the sign-in.
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return isIn(SIGN_IN, exchange)
        ? pass(Limited.SIGN_IN, address(exchange), exchange, chain)
        : chain.filter(exchange);
  }

  /// Once the caller is known.
  public Mono<Void> ofPeople(ServerWebExchange exchange, WebFilterChain chain) {
    if (!isIn(PEOPLE, exchange)) {
      return chain.filter(exchange);
    }
    boolean makesToken =
        isIn(TOKENS, exchange) && HttpMethod.POST.equals(exchange.getRequest().getMethod());
    Limited limited = makesToken ? Limited.TOKENS : Limited.PERSON;
    return exchange
        .getPrincipal()
        .ofType(Caller.class)
        .map(Caller::getName)
        .defaultIfEmpty("")
        .flatMap(
            person ->
                person.isEmpty() ? chain.filter(exchange) : pass(limited, person, exchange, chain));
  }

  private static List<PathPattern> patterns(String... patterns) {
    return Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList();
  }

  private static boolean isIn(List<PathPattern> places, ServerWebExchange exchange) {
    PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
    return places.stream().anyMatch(place -> place.matches(path));
  }

  private Mono<Void> pass(
      Limited limited, String who, ServerWebExchange exchange, WebFilterChain chain) {
    return buckets
        .isAllowed(limited.bucket(), who)
        .flatMap(answer -> answer.isAllowed() ? chain.filter(exchange) : refuse(limited, exchange));
  }

  private Mono<Void> refuse(Limited limited, ServerWebExchange exchange) {
    int seconds = settings.of(limited).secondsEach();
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return problems.write(
        exchange,
        Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                TOO_MANY_REQUESTS,
                "That was too fast. Try again in " + seconds + " s.")
            .with(Map.of("retryAfterSeconds", seconds)));
  }

  /// Who has one IPv6 address has the 2^64 of that line.
  private static String line(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, 8)
        : address.getHostAddress();
  }

  private String address(ServerWebExchange exchange) {
    InetSocketAddress remote = addresses.resolve(exchange);
    InetAddress address = remote == null ? null : remote.getAddress();
    return address == null ? "unknown" : line(address);
  }
}
