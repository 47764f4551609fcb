@NullMarked
package dev.mockingbird.search;

import org.jspecify.annotations.NullMarked;
