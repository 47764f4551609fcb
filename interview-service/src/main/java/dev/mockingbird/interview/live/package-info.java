/// Rooms over WebSocket: frames in, decisions to the journal, and what each viewer may see out.
@NullMarked
package dev.mockingbird.interview.live;

import org.jspecify.annotations.NullMarked;
