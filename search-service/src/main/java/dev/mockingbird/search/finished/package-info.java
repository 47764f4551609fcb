/// Finished interviews, found again by their members and by nobody else; and which interviews had a
/// question of the bank.
@NullMarked
package dev.mockingbird.search.finished;

import org.jspecify.annotations.NullMarked;
