package dev.mockingbird.gateway.site;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Takes whoever opens a page under another name of this machine (127.0.0.1, say) to the public
/// address: cookies belong to one host, so a sign-in begun elsewhere could never end well. Programs
/// are left alone.
///
/// Nothing is redirected behind a proxy. One that rewrites `Host` would send the browser round in
/// circles, and what comes through it came by the public address.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class ForeignHost implements WebFilter {

  private final PublicUrl site;
  private final boolean direct;

  ForeignHost(PublicUrl site, @Value("${server.port}") int port) {
    this.site = site;
    this.direct = !site.secure() && PublicUrl.portOf(site.url()) == port;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (!direct || !isNavigation(request) || !isForeign(request.getHeaders())) {
      return chain.filter(exchange);
    }
    URI wanted = request.getURI();
    String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
    exchange.getResponse().setStatusCode(HttpStatus.FOUND);
    exchange
        .getResponse()
        .getHeaders()
        .setLocation(URI.create(site.resolve(wanted.getRawPath() + query)));
    return exchange.getResponse().setComplete();
  }

  private static boolean isNavigation(ServerHttpRequest request) {
    String path = request.getPath().value();
    return HttpMethod.GET.equals(request.getMethod())
        && request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT).stream()
            .anyMatch(accept -> accept.contains(MediaType.TEXT_HTML_VALUE))
        && (WebApp.isPage(path) || path.startsWith("/oauth2/"));
  }

  private boolean isForeign(HttpHeaders headers) {
    String origin = originOf(headers.getFirst(HttpHeaders.HOST));
    return origin != null && !site.isOurs(origin) && !Proxied.isMarked(headers);
  }

  private static @Nullable String originOf(@Nullable String host) {
    try {
      URI uri = URI.create("http://" + host);
      return host == null || uri.getHost() == null ? null : PublicUrl.originOf(uri);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
