/// Submitted answers in, scores out: a consumer whose repeats are byte-identical.
@NullMarked
package dev.mockingbird.scoring.answer;

import org.jspecify.annotations.NullMarked;
