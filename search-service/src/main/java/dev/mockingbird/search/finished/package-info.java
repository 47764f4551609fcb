/// Finished interviews, found again by their members and by nobody else.
@NullMarked
package dev.mockingbird.search.finished;

import org.jspecify.annotations.NullMarked;
