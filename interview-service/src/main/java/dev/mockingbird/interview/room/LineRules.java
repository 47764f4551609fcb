package dev.mockingbird.interview.room;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.ChatPosted;
import dev.mockingbird.events.RoomEvent.NoteWritten;
import dev.mockingbird.interview.room.Decision.Rejected;
import dev.mockingbird.interview.room.RoomEntry.Happened;
import java.util.function.Supplier;

/// The rules of what people write to each other, and to themselves.
final class LineRules {

  private static final int LONGEST = 8_000;

  private LineRules() {}

  static Decision chat(Room room, PersonId actor, String text) {
    return line(
        text,
        LONGEST,
        () ->
            Decision.entry(
                room, new Happened(actor, new ChatPosted(text)), FocusRules.guarded(room, actor)));
  }

  static Decision note(Room room, PersonId actor, RoomCommand.WriteNote note) {
    if (note.question() != null && room.findQuestion(note.question()).isEmpty()) {
      return new Rejected(Rejection.NO_SUCH_QUESTION);
    }
    return line(
        note.text(),
        LONGEST,
        () ->
            Decision.entry(
                room, new Happened(actor, new NoteWritten(note.text(), note.question()))));
  }

  /// What `written` says, as long as there is something in the text and not too much.
  static Decision line(String text, int longest, Supplier<Decision> written) {
    if (text.isBlank()) {
      return new Rejected(Rejection.TEXT_EMPTY);
    }
    return text.length() > longest ? new Rejected(Rejection.TEXT_TOO_LONG) : written.get();
  }
}
