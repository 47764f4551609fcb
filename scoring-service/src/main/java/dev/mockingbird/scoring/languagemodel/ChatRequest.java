package dev.mockingbird.scoring.languagemodel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The body of a request.
final class ChatRequest {

  /// What is good to have, and what some servers or models do not take. Each refuses it by naming
  /// it.
  enum Nicety {
    RESPONSE_FORMAT("response_format", "json_schema"),
    TEMPERATURE("temperature"),
    /// Models that think count their thoughts as well, under the longer name.
    MAX_TOKENS("max_tokens");

    private final String[] names;

    Nicety(String... names) {
      this.names = names;
    }

    private boolean namedIn(String text) {
      return Arrays.stream(names).anyMatch(text::contains);
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ChatRequest() {}

  static byte[] body(LanguageModelSettings settings, Prompt prompt, Set<Nicety> without) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", settings.modelName());
    body.put("stream", false);
    body.put(
        without.contains(Nicety.MAX_TOKENS) ? "max_completion_tokens" : "max_tokens",
        settings.mostTokens());
    if (!without.contains(Nicety.TEMPERATURE)) {
      body.put("temperature", 0);
    }
    if (!without.contains(Nicety.RESPONSE_FORMAT)) {
      ObjectNode format = body.putObject("response_format");
      format.put("type", "json_schema");
      ObjectNode schema = format.putObject("json_schema");
      schema.put("name", "verdicts").put("strict", true);
      schema.set("schema", ModelVerdict.SCHEMA);
    }
    body.putArray("messages")
        .add(JSON.createObjectNode().put("role", "system").put("content", prompt.system()))
        .add(JSON.createObjectNode().put("role", "user").put("content", prompt.user()));
    return JSON.writeValueAsBytes(body);
  }

  /// What a refusal (400) says it does not take.
  static Optional<Nicety> tooMuch(byte[] refusal, Set<Nicety> without) {
    String said = said(refusal);
    return Arrays.stream(Nicety.values())
        .filter(it -> !without.contains(it) && it.namedIn(said))
        .findFirst();
  }

  /// The usual error object, or else the beginning of whatever came.
  private static String said(byte[] refusal) {
    String text = new String(refusal, StandardCharsets.UTF_8);
    try {
      var error = JSON.readTree(text).path("error");
      if (error.isObject()) {
        return error.path("param").asString("") + " " + begin(error.path("message").asString(""));
      }
    } catch (JacksonException _) {
      // Then it is no JSON.
    }
    return begin(text);
  }

  /// Further on a refusal may repeat the prompt.
  private static String begin(String text) {
    return text.substring(0, Math.min(text.length(), 300));
  }
}
