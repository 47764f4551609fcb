package dev.mockingbird.interview.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An interview at a glance, as the caller may see it.
///
/// @param last position of the last entry
/// @param activity when the documents were edited; stretches without edits are left out
@JsonInclude(JsonInclude.Include.NON_NULL)
record Timeline(
    String epoch,
    boolean sealed,
    @Nullable Instant openedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long last,
    List<Landmark> landmarks,
    List<Activity> activity) {

  /// @param at begin of ten seconds
  record Activity(Instant at, int edits) {}
}
