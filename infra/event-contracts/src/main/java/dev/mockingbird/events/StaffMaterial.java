package dev.mockingbird.events;

import java.util.List;

/// The part of one question version that only staff may read before its release. It is a type of
/// its own so that a candidate's frame cannot be built from it by accident.
///
/// @param reference the reference answer, Markdown; empty when there is none
/// @param hints in the order in which they are shown
/// @param sources addresses to check the reference against
public record StaffMaterial(
    String reference, List<KeyPoint> keyPoints, List<String> hints, List<String> sources) {

  public static final StaffMaterial NONE = new StaffMaterial("", List.of(), List.of(), List.of());
}
