/// Erasing an interview or a person: the data key, the journals and every readable trace go; a
/// receipt stays.
@NullMarked
package dev.mockingbird.interview.erase;

import org.jspecify.annotations.NullMarked;
