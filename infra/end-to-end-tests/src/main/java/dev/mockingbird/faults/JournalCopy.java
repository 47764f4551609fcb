package dev.mockingbird.faults;

import java.util.List;
import java.util.Map;

/// A room's journal as Redis has it: what the stream `{shard}:room:<id>:journal` and the hash
/// `…:head` hold, uninterpreted.
record JournalCopy(String room, List<Line> lines, Map<String, String> head) {

  /// @param id of the stream entry, `<sequence>-0`
  record Line(String id, Map<String, String> fields) {}
}
