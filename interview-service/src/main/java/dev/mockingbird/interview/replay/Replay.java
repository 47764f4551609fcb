package dev.mockingbird.interview.replay;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/// A stretch of an interview, as frames.
///
/// @param sealed whether the room has ended, so that nothing is added any more
/// @param at position of the first frame, a `welcome`
/// @param next position to go on from; null at the end
record Replay(
    String epoch,
    boolean sealed,
    long at,
    @ArraySchema(
            schema =
                @Schema(
                    type = "object",
                    description = "A message of the room, as asyncapi.yaml describes it."))
        List<RawValue> frames,
    @Nullable Long next) {}
