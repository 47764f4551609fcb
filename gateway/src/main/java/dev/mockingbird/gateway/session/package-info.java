/// Browser sessions in Redis, and their end.
@NullMarked
package dev.mockingbird.gateway.session;

import org.jspecify.annotations.NullMarked;
