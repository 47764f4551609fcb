package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.BankProblems;
import tools.jackson.databind.json.JsonMapper;

/// What a request was answered, kept for ever beside its effect.
///
/// @param request fingerprint of what was asked
/// @param answer as JSON
record KeptAnswer(String request, String answer) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static KeptAnswer of(String request, Object answer) {
    return new KeptAnswer(request, JSON.writeValueAsString(answer));
  }

  static KeptAnswer parse(String text) {
    String[] parts = text.split(" ", 2);
    return new KeptAnswer(parts[0], parts[1]);
  }

  String text() {
    return request + " " + answer;
  }

  /// @throws org.springframework.web.ErrorResponseException when something else was asked
  <T> T to(String again, Class<T> type) {
    if (!request.equals(again)) {
      throw BankProblems.keyReused();
    }
    return JSON.readValue(answer, type);
  }
}
