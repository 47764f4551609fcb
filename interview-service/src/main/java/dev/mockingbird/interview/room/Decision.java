package dev.mockingbird.interview.room;

import java.util.List;
import java.util.Map;

/// What the rules make of a command.
public sealed interface Decision {

  /// @param entries to be appended together; none: it is so already
  /// @param guards scope versions the decision was made upon
  /// @param seals the journal takes nothing after these entries
  record Accepted(List<RoomEntry> entries, Map<String, Long> guards, boolean seals)
      implements Decision {}

  record Rejected(Rejection reason) implements Decision {}
}
