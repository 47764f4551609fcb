package dev.mockingbird.events;

import java.util.List;

/// What a job demands of a person, as a list said it.
///
/// @param requirements in the order of the list, plain text
public record JobProfile(String title, List<Requirement> requirements) {

  /// @param topic the heading it stood under
  public record Requirement(String topic, String text) {}
}
