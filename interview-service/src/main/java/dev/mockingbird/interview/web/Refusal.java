package dev.mockingbird.interview.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// A problem detail (RFC 9457) told where no controller answers.
///
/// @param detail a sentence without quotation marks
public record Refusal(HttpStatus status, String code, String detail) {

  public static final Refusal SIGNED_OUT =
      new Refusal(HttpStatus.UNAUTHORIZED, "SIGNED_OUT", "Sign in first, then try again.");

  public static final Refusal READ_ONLY_TOKEN =
      new Refusal(
          HttpStatus.FORBIDDEN,
          "READ_ONLY_TOKEN",
          "This access token may only read. Make one that may write.");

  public String json() {
    return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
        .formatted(status.getReasonPhrase(), status.value(), code, detail);
  }

  void write(HttpServletResponse response) throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getWriter().write(json());
  }
}
