package dev.mockingbird.interview.live;

import dev.mockingbird.interview.document.Document;
import dev.mockingbird.interview.document.Update;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.room.RoomEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Reads back from the journal what documents have forgotten, for a page that comes with work it
/// made on an old version. Documents keep enough for all but those who were away for long.
final class Recall {

  private static final int PAGE = 1_000;

  private final Map<String, Document> documents = new HashMap<>();
  private final Map<String, List<Update>> updates = new HashMap<>();

  private Recall() {}

  /// Empty when the command can be decided upon what is known.
  static Optional<Recall> neededFor(RoomCommand command, Room room) {
    Recall recall = new Recall();
    switch (command) {
      case RoomCommand.EditDocument edit -> recall.add(edit.document(), edit.version(), room);
      case RoomCommand.SubmitAnswer submit -> recall.add(submit.document(), submit.version(), room);
      default -> {}
    }
    return recall.documents.isEmpty() ? Optional.empty() : Optional.of(recall);
  }

  static Recall neededFor(ClientMessage.Hello hello, Room room) {
    Recall recall = new Recall();
    Map<String, Integer> held = hello.documents();
    if (held != null) {
      held.forEach((document, version) -> recall.add(document, version, room));
    }
    return recall;
  }

  private void add(String id, int version, Room room) {
    if (version >= 0) {
      room.findDocument(id)
          .filter(document -> version < document.oldest())
          .ifPresent(document -> documents.put(id, document));
    }
  }

  CompletionStage<Void> from(RoomFold fold) {
    return documents.isEmpty() ? CompletableFuture.completedStage(null) : read(fold, 0);
  }

  private CompletionStage<Void> read(RoomFold fold, long after) {
    return fold.read(after, PAGE)
        .thenCompose(
            page -> {
              page.forEach(line -> take(line.entry()));
              if (!isWhole()) {
                if (page.isEmpty()) {
                  throw new IllegalStateException("The journal lacks edits that were made");
                }
                return read(fold, page.getLast().sequence());
              }
              documents.forEach(
                  (id, document) -> document.recall(updates.getOrDefault(id, List.of())));
              return CompletableFuture.completedStage(null);
            });
  }

  private void take(RoomEntry entry) {
    if (entry instanceof RoomEntry.Edited edited && documents.containsKey(edited.document())) {
      updates.computeIfAbsent(edited.document(), _ -> new ArrayList<>()).addAll(edited.updates());
    }
  }

  private boolean isWhole() {
    return documents.entrySet().stream()
        .allMatch(
            it -> updates.getOrDefault(it.getKey(), List.of()).size() >= it.getValue().oldest());
  }
}
