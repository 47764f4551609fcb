@NullMarked
package dev.mockingbird.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
