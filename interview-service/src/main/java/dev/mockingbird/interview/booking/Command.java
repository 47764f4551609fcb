package dev.mockingbird.interview.booking;

import dev.mockingbird.events.PersonId;

/// What every HTTP command carries beside its body.
///
/// @param key the request's `Idempotency-Key`, or one drawn for it
/// @param authorization the caller's own header, for asking the bank on the caller's behalf
record Command(String key, String correlationId, String authorization) {

  /// The journal's client: a repeat of the same key by the same person is the same client.
  String client(PersonId person) {
    return "http/" + person + "/" + key;
  }
}
