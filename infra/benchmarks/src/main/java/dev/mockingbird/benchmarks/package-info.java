@NullMarked
package dev.mockingbird.benchmarks;

import org.jspecify.annotations.NullMarked;
