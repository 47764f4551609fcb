package dev.mockingbird.events;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// How much text a question may hold. A room carries its questions in many facts and frames, so one
/// that is longer is refused where it is brought in: by the bank, and when it is planned.
public final class Questions {

  /// In UTF-16 units.
  public static final int LONGEST = 64 * 1024;

  private Questions() {}

  /// All texts of a question, in UTF-16 units.
  public static int length(QuestionSnapshot content, StaffMaterial staff) {
    return Stream.of(
            List.of(content.topic(), content.title(), content.body(), staff.reference()),
            content.tags(),
            staff.keyPoints().stream().map(KeyPoint::text).toList(),
            staff.hints(),
            staff.sources(),
            staff.rubric(),
            staff.followUps())
        .flatMap(Collection::stream)
        .mapToInt(String::length)
        .sum();
  }
}
