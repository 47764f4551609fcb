@NullMarked
package dev.mockingbird.benchmarks.load;

import org.jspecify.annotations.NullMarked;
