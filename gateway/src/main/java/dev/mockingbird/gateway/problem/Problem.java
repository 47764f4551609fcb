package dev.mockingbird.gateway.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A problem detail (RFC 9457): what was wrong, and what to do. `code` never changes its meaning.
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String code,
    @JsonAnyGetter Map<String, Object> fields) {

  public static Problem of(HttpStatus status, String code, String detail) {
    URI type =
        URI.create("urn:mockingbird:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    return new Problem(type, status.getReasonPhrase(), status.value(), detail, code, Map.of());
  }

  public Problem with(Map<String, Object> fields) {
    return new Problem(type, title, status, detail, code, Map.copyOf(fields));
  }

  public ResponseEntity<Object> toResponse() {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(this);
  }
}
