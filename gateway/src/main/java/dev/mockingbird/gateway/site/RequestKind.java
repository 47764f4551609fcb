package dev.mockingbird.gateway.site;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// What a request is for, by its method and its address; the address is read as the code behind the
/// door reads it, so that no spelling of it passes for another.
public final class RequestKind {

  private static final PathPattern SOCKETS = PathPatternParser.defaultInstance.parse("/ws/**");
  private static final PathPattern ASSETS = PathPatternParser.defaultInstance.parse("/assets/**");
  private static final PathPattern SANDBOX = PathPatternParser.defaultInstance.parse("/run/**");
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private RequestKind() {}

  /// By its method alone: a socket is opened with GET, but commands go through it.
  public static boolean reads(ServerHttpRequest request) {
    return READING.contains(request.getMethod());
  }

  public static boolean opensSocket(ServerHttpRequest request) {
    return SOCKETS.matches(request.getPath().pathWithinApplication());
  }

  /// A file that a shared cache may keep for everybody.
  public static boolean isAsset(ServerHttpRequest request) {
    return ASSETS.matches(request.getPath().pathWithinApplication()) || isSandbox(request);
  }

  /// A file of the sandbox in which candidates' code runs.
  static boolean isSandbox(ServerHttpRequest request) {
    return SANDBOX.matches(request.getPath().pathWithinApplication());
  }
}
