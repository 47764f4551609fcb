package dev.mockingbird.interview.room;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.HalfCharacters;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.interview.document.Update;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Room entries as the journal keeps them.
public final class RoomEntryCodec {

  private static final String EDITED = "document-edited";
  private static final TypeReference<List<Update>> UPDATES = new TypeReference<>() {};

  private final ObjectMapper json = JsonMapper.builder().build();
  private final ObjectWriter lines = json.writerFor(Line.class);
  private final EventCodec events;

  public RoomEntryCodec(EventCodec events) {
    this.events = events;
  }

  public Append.Entry encode(String room, RoomEntry entry, String correlationId) {
    return switch (entry) {
      case RoomEntry.Happened(PersonId actor, RoomEvent event) ->
          events.draft(room, new EventDraft(event, actor, correlationId, null));
      case RoomEntry.Edited edited -> new Append.Change(line(edited));
    };
  }

  private String line(RoomEntry.Edited edited) {
    return HalfCharacters.escape(
        lines.writeValueAsString(
            new Line(
                EDITED, edited.actor(), edited.document(), edited.version(), edited.updates())));
  }

  public RoomEntry decode(String entry) {
    return decode(json.readTree(entry));
  }

  public RoomEntry decode(JsonNode tree) {
    String type = tree.required("type").asString();
    PersonId actor = new PersonId(tree.required("actor").asString());
    return type.equals(EDITED)
        ? new RoomEntry.Edited(
            actor,
            tree.required("document").asString(),
            tree.required("version").asInt(),
            json.treeToValue(tree.required("updates"), UPDATES))
        : new RoomEntry.Happened(actor, (RoomEvent) events.event(type, tree.required("data")));
  }

  /// An edit's line.
  private record Line(
      String type, PersonId actor, String document, int version, List<Update> updates) {}
}
