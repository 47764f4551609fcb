@NullMarked
package dev.mockingbird.benchmarks.relay;

import org.jspecify.annotations.NullMarked;
