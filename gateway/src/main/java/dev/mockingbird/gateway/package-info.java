@NullMarked
package dev.mockingbird.gateway;

import org.jspecify.annotations.NullMarked;
