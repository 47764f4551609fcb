package dev.mockingbird.scoring.languagemodel;

import dev.mockingbird.scoring.languagemodel.ModelFailure.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the model said, taken out of the envelope that the server puts around it.
final class Completion {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> BROKEN_OFF = Set.of("length", "content_filter");

  private Completion() {}

  static String content(byte[] body) throws ModelFailure {
    JsonNode choices = tree(body).path("choices");
    if (!choices.isArray() || choices.isEmpty()) {
      throw new ModelFailure(Reason.NOT_A_COMPLETION);
    }
    JsonNode choice = choices.get(0);
    JsonNode message = choice.path("message");
    JsonNode content = message.path("content");
    if (message.hasNonNull("refusal")
        || !message.path("tool_calls").isEmpty()
        || message.hasNonNull("function_call")
        || BROKEN_OFF.contains(choice.path("finish_reason").asString(""))
        || !content.isString()) {
      throw new ModelFailure(Reason.NO_ANSWER);
    }
    return content.stringValue();
  }

  private static JsonNode tree(byte[] body) throws ModelFailure {
    try {
      // Jackson would guess other encodings, and let wrong bytes pass.
      return JSON.readTree(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException | JacksonException _) {
      throw new ModelFailure(Reason.NOT_A_COMPLETION);
    }
  }
}
