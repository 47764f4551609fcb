package dev.mockingbird.search.bank.editing;

import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.web.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who wants something written, and under which name a repeat of it is recognised.
///
/// @param request the caller's own name for this request, unique to who asks for what
record Author(Caller caller, String correlationId, String request) {

  /// @param idempotencyKey null: no repeat will be recognised
  /// @param asked everything that is asked for; the same key for something else is another request
  static Author of(
      Caller caller, String correlationId, @Nullable String idempotencyKey, Object asked) {
    return new Author(
        caller,
        correlationId,
        idempotencyKey == null
            ? UUID.randomUUID().toString()
            : Identity.digest(caller.person() + "\n" + idempotencyKey + "\n" + asked));
  }

  String client() {
    return "edit/" + request;
  }

  /// The same author, doing what follows from the request.
  Author next() {
    return new Author(caller, correlationId, request + "/link");
  }
}
