package dev.mockingbird.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of one question version that only staff may read before its release. It is a type of
/// its own so that a candidate's frame cannot be built from it by accident.
///
/// @param reference the reference answer, Markdown; empty when there is none
/// @param hints in the order in which they are shown
/// @param sources addresses to check the reference against
/// @param rubric what to look for beside the key points, a line each; none in facts of old
/// @param followUps what to ask next, in order; none in facts of old
public record StaffMaterial(
    String reference,
    List<KeyPoint> keyPoints,
    List<String> hints,
    List<String> sources,
    List<String> rubric,
    List<String> followUps) {

  public static final StaffMaterial NONE = new StaffMaterial("", List.of(), List.of(), List.of());

  public StaffMaterial {
    rubric = written(rubric);
    followUps = written(followUps);
  }

  public StaffMaterial(
      String reference, List<KeyPoint> keyPoints, List<String> hints, List<String> sources) {
    this(reference, keyPoints, hints, sources, List.of(), List.of());
  }

  private static List<String> written(@Nullable List<String> lines) {
    return lines == null ? List.of() : lines;
  }
}
