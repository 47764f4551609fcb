@NullMarked
package dev.mockingbird.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
