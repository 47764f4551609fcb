package dev.mockingbird.gateway.session;

import dev.mockingbird.gateway.site.PublicUrl;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import tools.jackson.databind.json.JsonMapper;

/// The session's cookie and its shape in Redis.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  /// However long Redis was away, people are let in moments after it is back: the usual pause
  /// between two attempts to connect grows to half a minute.
  @Bean(destroyMethod = "shutdown")
  ClientResources redisResources() {
    return ClientResources.builder()
        .reconnectDelay(
            Delay.exponential(
                Duration.ofMillis(10), Duration.ofMillis(500), 2, TimeUnit.MILLISECONDS))
        .build();
  }

  /// A `__Host-` cookie can be neither set nor read by a sister domain; browsers want https for it.
  @Bean
  WebSessionIdResolver sessionCookie(PublicUrl site) {
    CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
    cookie.setCookieName(site.secure() ? "__Host-mockingbird" : "mockingbird");
    cookie.addCookieInitializer(
        builder -> builder.path("/").httpOnly(true).sameSite("Lax").secure(site.secure()));
    return cookie;
  }

  /// Sessions hold texts and numbers only, as JSON: no class name, so that no release of any
  /// library can make them unreadable. (The name is the one Spring Session looks for.)
  @Bean
  RedisSerializer<Object> springSessionDefaultRedisSerializer(JsonMapper json) {
    return new SessionValues(json);
  }
}
