package dev.mockingbird.scoring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts the request's correlation id, or a new one, into every log line and every fact it leads to.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Correlation extends OncePerRequestFilter {

  private static final String NAME = "correlationId";
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{8,64}");

  /// The id of the request or record being handled.
  public static String current() {
    String id = MDC.get(NAME);
    return id == null ? UUID.randomUUID().toString() : id;
  }

  /// Runs the work under the correlation id of an event.
  public static void under(String id, Runnable work) {
    try (MDC.MDCCloseable _ = MDC.putCloseable(NAME, id)) {
      work.run();
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String given = request.getHeader("X-Correlation-Id");
    String id =
        given != null && FORM.matcher(given).matches() ? given : UUID.randomUUID().toString();
    try (MDC.MDCCloseable _ = MDC.putCloseable(NAME, id)) {
      chain.doFilter(request, response);
    }
  }
}
