@NullMarked
package dev.mockingbird.scoring;

import org.jspecify.annotations.NullMarked;
