package dev.mockingbird.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;

/// How fast is too fast.
///
/// @param trustedProxies how many proxies of ours stand before the gateway; that many of the last
///   `X-Forwarded-For` entries are believed, none by default
@ConfigurationProperties("mockingbird.limits")
record LimitSettings(
    @DefaultValue("0") int trustedProxies,
    @DefaultValue Limit signIn,
    @DefaultValue Limit person,
    @DefaultValue Limit tokens) {

  LimitSettings {
    signIn = signIn.or(new Limit(30, 2, 1));
    person = person.or(new Limit(400, 100, 1));
    tokens = tokens.or(new Limit(10, 1, 6));
  }

  /// @param burst requests at once
  /// @param perSecond how fast the bucket fills, in drops
  /// @param secondsEach drops that one request takes
  record Limit(
      @DefaultValue("0") int burst,
      @DefaultValue("0") int perSecond,
      @DefaultValue("1") int secondsEach) {

    Limit or(Limit usual) {
      return burst == 0 ? usual : new Limit(burst, Math.max(1, perSecond), secondsEach);
    }

    RedisRateLimiter.Config toConfig() {
      return new RedisRateLimiter.Config()
          .setReplenishRate(perSecond)
          .setBurstCapacity((long) burst * secondsEach)
          .setRequestedTokens(secondsEach);
    }
  }

  Limit of(RateLimits.Limited limited) {
    return switch (limited) {
      case SIGN_IN -> signIn;
      case PERSON -> person;
      case TOKENS -> tokens;
    };
  }
}
