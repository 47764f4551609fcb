package dev.mockingbird.search.bank.reading;

import dev.mockingbird.events.StaffMaterial;
import java.util.List;

/// One thing the list says, as it was understood.
///
/// @param key names it within its file: its line, or `<line>.<k>` for the k-th of several on one
///   line, so that the same bytes give the same keys
/// @param line of its title
/// @param section the headings above it that name topics, the outermost first
/// @param title plain text
/// @param body what belongs to the question below its title, Markdown
/// @param furtherTopics that the file itself names beside the section
/// @param answerLines where the answer stands in the source
/// @param reason why it was read as what it is
public record ReadItem(
    String key,
    int line,
    Kind kind,
    List<String> section,
    String title,
    String body,
    StaffMaterial staff,
    Metadata metadata,
    List<String> furtherTopics,
    List<Lines> answerLines,
    Reason reason) {

  public enum Kind {
    QUESTION,
    REQUIREMENT
  }

  /// The nearest heading that names a topic; empty when there is none.
  public String topic() {
    return section.isEmpty() ? "" : section.getLast();
  }

  public boolean hasReference() {
    return !staff.reference().isBlank();
  }
}
