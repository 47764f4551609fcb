package dev.mockingbird.search.bank.editing;

import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.web.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who wants something written, and under which name a repeat of it is recognised.
///
/// @param request the caller's own name for this request
/// @param asked fingerprint of what is asked for under that name; null when no repeat is recognised
record Author(Caller caller, String correlationId, String request, @Nullable String asked) {

  /// @param idempotencyKey null: no repeat will be recognised
  /// @param asked everything that is asked for; the same key stands for nothing else
  static Author of(
      Caller caller, String correlationId, @Nullable String idempotencyKey, Object asked) {
    return idempotencyKey == null
        ? new Author(caller, correlationId, UUID.randomUUID().toString(), null)
        : new Author(
            caller,
            correlationId,
            Identity.digest(caller.person() + "\n" + idempotencyKey),
            Identity.digest(asked.toString()));
  }

  String client() {
    return "edit/" + request;
  }

  /// The same author, doing what follows from the request.
  Author next() {
    return new Author(caller, correlationId, request + "/link", asked);
  }
}
