package dev.mockingbird.benchmarks.stage;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Somebody signed in at the gateway as a browser is: by a cookie.
record BrowserSession(List<String> headers) {

  private static final int MOST_HOPS = 8;

  /// Goes through the OAuth flow, choosing `login` on the demo's page.
  static BrowserSession signIn(URI gateway, String login) throws IOException {
    CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    try (HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      URI next = gateway.resolve("/oauth2/authorization/github");
      for (int hop = 0; hop < MOST_HOPS; hop++) {
        Optional<String> location = visit(http, next).headers().firstValue("Location");
        if (location.isEmpty() || location.get().endsWith("/")) {
          break;
        }
        boolean asked = location.get().contains("/login/oauth/authorize");
        next = next.resolve(location.get() + (asked ? "&login=" + login : ""));
      }
    }
    String cookie =
        cookies.getCookieStore().getCookies().stream()
            .map(it -> it.getName() + "=" + it.getValue())
            .collect(Collectors.joining("; "));
    return new BrowserSession(List.of("Cookie: " + cookie, "Origin: " + gateway));
  }

  private static HttpResponse<Void> visit(HttpClient http, URI address) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
