/// Trying the scorer on an answer that belongs to no interview.
@NullMarked
package dev.mockingbird.scoring.preview;

import org.jspecify.annotations.NullMarked;
