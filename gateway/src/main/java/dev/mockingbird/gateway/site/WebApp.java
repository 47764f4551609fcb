package dev.mockingbird.gateway.site;

import static org.springframework.web.reactive.function.server.RequestPredicates.method;

import dev.mockingbird.gateway.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Serves the web app: its hashed assets for ever, its page fresh each time with this response's
/// nonce.
@Configuration(proxyBeanMethods = false)
class WebApp {

  private static final Resource FILES = new ClassPathResource("static/");
  private static final Resource PAGE = new ClassPathResource("static/index.html");
  private static final String NONCE_PLACE = "__CSP_NONCE__";

  /// Addresses that belong to programs; a page there would hide a mistake.
  private static final List<PathPattern> NOT_PAGES =
      Stream.of("api", "ws", "actuator", "oauth2", "login", ".well-known", "assets", "run")
          .map(place -> PathPatternParser.defaultInstance.parse("/" + place + "/**"))
          .toList();

  @Bean
  RouterFunction<ServerResponse> filesAndPages() {
    String page = read();
    RequestPredicate get = method(HttpMethod.GET).or(method(HttpMethod.HEAD));
    return RouterFunctions.route()
        .route(get.and(WebApp::wantsPage), request -> page(request, page))
        .add(
            RouterFunctions.resources(
                "/assets/**",
                new ClassPathResource("static/assets/"),
                (_, headers) ->
                    headers.setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())))
        .add(
            RouterFunctions.resources(
                "/**", FILES, (_, headers) -> headers.setCacheControl("no-cache")))
        .build();
  }

  private static boolean wantsPage(ServerRequest request) {
    String path = request.path();
    return isPage(path) && RequestPredicates.accept(MediaType.TEXT_HTML).test(request);
  }

  static boolean isPage(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return path.equals("/index.html")
        || (NOT_PAGES.stream().noneMatch(place -> place.matches(parsed))
            && path.indexOf('.', path.lastIndexOf('/') + 1) < 0);
  }

  private static Mono<ServerResponse> page(ServerRequest request, String page) {
    if (page.isEmpty()) {
      return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .bodyValue(
              Problem.of(
                  HttpStatus.SERVICE_UNAVAILABLE,
                  "WEB_APP_MISSING",
                  "The web app was not built. Build the gateway with its default Maven profile."));
    }
    String nonce = SecurityHeaders.nonce(request.exchange());
    return ServerResponse.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .bodyValue(page.replace(NONCE_PLACE, nonce));
  }

  private static String read() {
    if (!PAGE.exists()) {
      return "";
    }
    try {
      return PAGE.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
