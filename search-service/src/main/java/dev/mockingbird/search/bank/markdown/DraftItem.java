package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.events.StaffMaterial;
import java.util.List;

/// One thing the list says, as it was understood.
///
/// @param line of its title
/// @param title plain text
/// @param body what belongs to the question below its title, Markdown
/// @param answerLines where the answer stands in the source
/// @param because why it was read as what it is
public record DraftItem(
    int line,
    Kind kind,
    String topic,
    String title,
    String body,
    StaffMaterial staff,
    Metadata metadata,
    List<Lines> answerLines,
    String because) {

  public enum Kind {
    QUESTION,
    REQUIREMENT
  }

  public boolean hasReference() {
    return !staff.reference().isBlank();
  }
}
