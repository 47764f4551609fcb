package dev.mockingbird.gateway.site;

import java.net.URI;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The address people type (`MOCKINGBIRD_PUBLIC_URL`): cookies, origins, the OAuth callback and
/// links come from it, never from a request's Host header.
@ConfigurationProperties("mockingbird.public")
public record PublicUrl(URI url) {

  public PublicUrl {
    String scheme = url.getScheme();
    if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException(
          "MOCKINGBIRD_PUBLIC_URL must be an http or https address, not " + url);
    }
  }

  public boolean secure() {
    return "https".equals(url.getScheme());
  }

  /// As browsers write it: lower case, no default port, no path.
  public String origin() {
    return originOf(url);
  }

  public static String originOf(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = portOf(uri);
    boolean usual = port == usualPort(scheme);
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
  }

  static int portOf(URI uri) {
    return uri.getPort() == -1 ? usualPort(uri.getScheme()) : uri.getPort();
  }

  private static int usualPort(String scheme) {
    return "https".equalsIgnoreCase(scheme) ? 443 : 80;
  }

  public String socketOrigin() {
    return origin().replaceFirst("^http", "ws");
  }

  public boolean isOurs(String origin) {
    return origin.equals(origin());
  }

  public String resolve(String path) {
    return origin() + path;
  }
}
