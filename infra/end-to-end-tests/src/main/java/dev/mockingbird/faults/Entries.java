package dev.mockingbird.faults;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What an entry says, in one form for the journal and for the wire.
final class Entries {

  static final String EDITED = "document-edited";
  static final String CHAT = "chat-posted";

  /// Every page inside a room is shown these.
  private static final Set<String> FOR_EVERYBODY = Set.of(EDITED, CHAT);

  private Entries() {}

  /// `room.chat-posted.v1` of the journal is `chat-posted` on the wire.
  static String kind(String type) {
    return type.replaceFirst("^room\\.", "").replaceFirst("\\.v[0-9]+$", "");
  }

  static boolean isForEverybody(String kind) {
    return FOR_EVERYBODY.contains(kind);
  }

  /// @param body of an edit or a chat line; of other kinds only the kind is compared
  static String content(String kind, String actor, JsonNode body) {
    return switch (kind) {
      case EDITED -> {
        StringBuilder content =
            new StringBuilder(kind)
                .append(' ')
                .append(actor)
                .append(' ')
                .append(body.path("document").asString())
                .append(' ')
                .append(body.path("version").asInt());
        for (JsonNode update : body.path("updates")) {
          content
              .append(' ')
              .append(update.path("client").asString())
              .append(':')
              .append(update.path("changes"));
        }
        yield content.toString();
      }
      case CHAT -> kind + " " + actor + " " + body.path("text").asString();
      default -> kind + " " + actor;
    };
  }
}
