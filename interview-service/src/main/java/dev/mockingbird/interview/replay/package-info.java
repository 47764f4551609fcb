/// An interview played back: the frames that the live room would have sent to whoever asks, read
/// from the journal wherever it is.
@NullMarked
package dev.mockingbird.interview.replay;

import org.jspecify.annotations.NullMarked;
