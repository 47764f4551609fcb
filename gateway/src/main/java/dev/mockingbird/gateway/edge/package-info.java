/// What happens to every request before anything else.
@NullMarked
package dev.mockingbird.gateway.edge;

import org.jspecify.annotations.NullMarked;
