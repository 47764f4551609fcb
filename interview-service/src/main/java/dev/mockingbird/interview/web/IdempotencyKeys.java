package dev.mockingbird.interview.web;

import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// An `Idempotency-Key` of a person stands for one request: a repeat goes on to the commands, to
/// whom it is a repeat as well, and another request under the same key is refused. Remembered for
/// [#REMEMBERED], from the request on; a refused request frees its key.
@Component
class IdempotencyKeys extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,64}");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final int LONGEST_BODY = 256 * 1024;

  private final StatefulRedisConnection<String, String> redis;

  IdempotencyKeys(StatefulRedisConnection<String, String> eventLogConnection) {
    this.redis = eventLogConnection;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String key = request.getHeader(HEADER);
    return READING.contains(request.getMethod())
        || request.getUserPrincipal() == null
        || key == null
        || !FORM.matcher(key).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      new Refusal(
              HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE", "A request has at most 256 KB.")
          .write(response);
      return;
    }
    String place = place(request.getUserPrincipal(), request.getHeader(HEADER));
    String fingerprint = fingerprint(request, body);
    try {
      String other = remember(place, fingerprint);
      if (other != null && !other.equals(fingerprint)) {
        new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key was used for another request. Take a new one.")
            .write(response);
        return;
      }
      chain.doFilter(new BufferedRequest(request, body), response);
      if (other == null && HttpStatus.valueOf(response.getStatus()).is4xxClientError()) {
        redis.sync().del(place);
      }
    } catch (RedisException e) {
      new Refusal(
              HttpStatus.SERVICE_UNAVAILABLE,
              "STORE_UNAVAILABLE",
              "The store does not answer. Send the same request again with the same Idempotency-Key.")
          .write(response);
    }
  }

  /// @return the fingerprint of an earlier request under the key, null when this is the first
  private @Nullable String remember(String place, String fingerprint) {
    boolean first =
        redis.sync().set(place, fingerprint, SetArgs.Builder.nx().ex(REMEMBERED)) != null;
    return first ? null : redis.sync().get(place);
  }

  private static String place(@Nullable Principal person, String key) {
    return "mockingbird:request:" + (person == null ? "" : person.getName()) + ":" + key;
  }

  private static String fingerprint(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (request.getMethod() + " " + request.getRequestURI() + "\n")
              .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
