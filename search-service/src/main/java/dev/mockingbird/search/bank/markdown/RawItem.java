package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/// A title and everything up to the next one, before it is split into question and answer.
record RawItem(int line, String topic, String title, List<Part> parts, Reason reason) {

  RawItem(int line, String topic, String title, Reason reason) {
    this(line, topic, title, new ArrayList<>(), reason);
  }

  /// @param indent columns to take away to get Markdown of its own
  record Part(Lines lines, Node node, int indent) {}
}
