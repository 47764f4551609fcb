package dev.mockingbird.interview.live;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.room.RoomCommand;
import java.util.function.BooleanSupplier;

/// A command on its way into a room.
///
/// @param client a repeat of (client, n) takes effect once; n rises for each client
/// @param abandoned asked when its turn has come: the sender no longer waits for it. A client's
///   command must not take effect after an earlier one of the same client went unanswered, or the
///   repeat of the earlier one would look like a repeat of what was done.
record Wish(
    PersonId actor,
    RoomCommand command,
    String client,
    long n,
    String correlationId,
    BooleanSupplier abandoned) {}
