package dev.mockingbird.gateway.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The address people type (`MOCKINGBIRD_PUBLIC_URL`): cookies, origins, the OAuth callback and
/// links come from it, never from a request's Host header.
///
/// @param aliases further origins that may open sockets, such as `http://127.0.0.1:8080`
@ConfigurationProperties("mockingbird.public")
public record PublicUrl(URI url, @Nullable List<String> aliases) {

  public PublicUrl {
    String scheme = url.getScheme();
    if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException(
          "MOCKINGBIRD_PUBLIC_URL must be an http or https address, not " + url);
    }
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
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
    int port = uri.getPort();
    boolean usual = port == -1 || port == ("https".equals(scheme) ? 443 : 80);
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
  }

  public String socketOrigin() {
    return origin().replaceFirst("^http", "ws");
  }

  public boolean isOurs(String origin) {
    return origin.equals(origin()) || (aliases != null && aliases.contains(origin));
  }

  public String resolve(String path) {
    return origin() + path;
  }
}
