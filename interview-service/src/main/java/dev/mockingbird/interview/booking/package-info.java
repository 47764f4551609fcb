/// Interviews, their invitations and their members.
@NullMarked
package dev.mockingbird.interview.booking;

import org.jspecify.annotations.NullMarked;
