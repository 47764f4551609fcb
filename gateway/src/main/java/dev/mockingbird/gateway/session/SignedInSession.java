package dev.mockingbird.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.web.server.WebSession;

/// What a session says of whoever signed in to it.
///
/// @param handle names the session to services without giving it away; kept for as long as the same
///   person uses it, while its id changes with each sign-in
/// @param since the last sign-in
record SignedInSession(String person, String handle, Instant since) {

  private static final String PERSON = "person";
  private static final String HANDLE = "handle";
  private static final String SINCE = "signed-in-at";

  static @Nullable SignedInSession of(WebSession session) {
    return of(
        session.<Object>getAttribute(PERSON),
        session.<Object>getAttribute(HANDLE),
        session.<Object>getAttribute(SINCE));
  }

  static @Nullable SignedInSession of(Session session) {
    return of(
        session.<Object>getAttribute(PERSON),
        session.<Object>getAttribute(HANDLE),
        session.<Object>getAttribute(SINCE));
  }

  private static @Nullable SignedInSession of(
      @Nullable Object person, @Nullable Object handle, @Nullable Object since) {
    return person instanceof String who
            && handle instanceof String name
            && since instanceof Number millis
        ? new SignedInSession(who, name, Instant.ofEpochMilli(millis.longValue()))
        : null;
  }

  void writeTo(WebSession session) {
    session
        .getAttributes()
        .putAll(Map.of(PERSON, person, HANDLE, handle, SINCE, since.toEpochMilli()));
  }

  boolean isOver(Instant now, Duration longest) {
    return !now.isBefore(since.plus(longest));
  }
}
