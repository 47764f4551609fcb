package dev.mockingbird.gateway.signin;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Where a person goes after signing in: a path of ours, or home. Whatever a browser could read as
/// another site is refused.
final class ReturnTo {

  static final String HOME = "/";
  private static final int LONGEST = 1000;

  private ReturnTo() {}

  static String safe(@Nullable String wish) {
    if (wish == null
        || wish.length() > LONGEST
        || !wish.startsWith("/")
        || wish.startsWith("//")
        || wish.indexOf('\\') >= 0
        || wish.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      return HOME;
    }
    try {
      URI uri = new URI(wish);
      boolean ours = uri.getScheme() == null && uri.getRawAuthority() == null;
      return ours && isPage(uri) ? uri.toASCIIString() : HOME;
    } catch (URISyntaxException _) {
      return HOME;
    }
  }

  /// Not back into the sign-in itself, nor to what is no page. A path with `//`, `.` or `..` in it
  /// is read differently by different readers.
  private static boolean isPage(URI uri) {
    String path = uri.getRawPath();
    return path.equals(uri.normalize().getRawPath())
        && !path.startsWith("/oauth2/")
        && !path.startsWith("/login/")
        && !path.startsWith("/api/");
  }
}
