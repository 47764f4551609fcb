/// How well scores agree with people who graded the same answers, and what a team can learn from
/// its own grades: pure functions, without a server. Seeds are fixed, so that the same file gives
/// the same figures.
@NullMarked
package dev.mockingbird.scoring.agreement;

import org.jspecify.annotations.NullMarked;
