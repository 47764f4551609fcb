package dev.mockingbird.interview.room;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.document.Document;
import dev.mockingbird.interview.document.MalformedChangeException;
import dev.mockingbird.interview.document.Rebase;
import dev.mockingbird.interview.document.Update;
import dev.mockingbird.interview.room.Decision.Rejected;
import dev.mockingbird.interview.room.RoomEntry.Edited;
import java.util.List;
import java.util.Optional;

/// The rules of editing: an edit made on an older version is rebased, never left to starve.
final class DocumentRules {

  private static final int LONGEST_EDIT = 64 * 1024;
  private static final int LONGEST_DOCUMENT = 256 * 1024;

  /// All documents together, so that the fact that ends a room fits into one record.
  private static final int LONGEST_ROOM = 1024 * 1024;

  private DocumentRules() {}

  static Decision edit(Room room, PersonId actor, RoomCommand.EditDocument edit) {
    Optional<Document> found = room.findDocument(edit.document());
    if (found.isEmpty()) {
      return new Rejected(Rejection.NO_SUCH_DOCUMENT);
    }
    Document document = found.get();
    if (room.findQuestion(document.question()).filter(AskedQuestion::released).isPresent()) {
      return new Rejected(Rejection.FEEDBACK_RELEASED);
    }
    if (edit.version() < 0 || edit.version() > document.version()) {
      return new Rejected(Rejection.BAD_EDIT);
    }
    int inserted = edit.updates().stream().mapToInt(u -> u.changes().insertedLength()).sum();
    if (inserted > LONGEST_EDIT) {
      return new Rejected(Rejection.TEXT_TOO_LONG);
    }
    try {
      List<Update> rebased = Rebase.rebase(edit.updates(), document.since(edit.version()));
      if (rebased.isEmpty()) {
        return Decision.already();
      }
      int length = document.lengthAfter(rebased);
      int all = room.documents().stream().mapToInt(Document::length).sum();
      if (length > LONGEST_DOCUMENT || all - document.length() + length > LONGEST_ROOM) {
        return new Rejected(Rejection.TEXT_TOO_LONG);
      }
      return Decision.entry(
          room,
          new Edited(actor, document.id(), document.version(), rebased),
          FocusRules.guarded(room, actor, Scope.document(document.id())));
    } catch (MalformedChangeException e) {
      return new Rejected(Rejection.BAD_EDIT);
    }
  }
}
