package dev.mockingbird.gateway.site;

import java.util.List;
import org.springframework.http.HttpHeaders;

/// Whether a proxy has passed a request on. Nothing that such a header says is believed here; that
/// it is there says enough.
public final class Proxied {

  private static final List<String> MARKS =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via");

  private Proxied() {}

  public static boolean isMarked(HttpHeaders headers) {
    return MARKS.stream().anyMatch(headers::containsHeader);
  }
}
