@NullMarked
package dev.mockingbird.interview;

import org.jspecify.annotations.NullMarked;
