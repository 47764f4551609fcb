/// What only this installation can read.
@NullMarked
package dev.mockingbird.gateway.secret;

import org.jspecify.annotations.NullMarked;
