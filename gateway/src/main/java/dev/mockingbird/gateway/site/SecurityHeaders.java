package dev.mockingbird.gateway.site;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Sets the security headers of every response, over whatever a service behind us has set.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders implements WebFilter {

  private static final String NONCE = SecurityHeaders.class.getName() + ".nonce";
  private static final int NONCE_BYTES = 16;

  private final PublicUrl site;
  private final ContentPolicy policy;
  private final SecureRandom random = new SecureRandom();

  SecurityHeaders(PublicUrl site, ContentPolicy policy) {
    this.site = site;
    this.policy = policy;
  }

  static String nonce(ServerWebExchange exchange) {
    return exchange.getRequiredAttribute(NONCE);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    exchange.getAttributes().put(NONCE, nonce);
    exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange, nonce)));
    return chain.filter(exchange);
  }

  private void write(ServerWebExchange exchange, String nonce) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    boolean sandbox = RequestKind.isSandbox(exchange.getRequest());
    headers.set("Content-Security-Policy", sandbox ? policy.ofSandbox() : policy.with(nonce));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    // The sandbox's document has no origin, so that even its own scripts come from elsewhere.
    headers.set("Cross-Origin-Resource-Policy", sandbox ? "cross-origin" : "same-origin");
    headers.remove("X-XSS-Protection");
    headers.remove("X-Frame-Options");
    headers.remove(HttpHeaders.PRAGMA);
    if (site.secure()) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    if (!headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      headers.setCacheControl("no-store");
    }
  }
}
