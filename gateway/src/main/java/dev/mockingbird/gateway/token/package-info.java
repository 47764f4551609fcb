/// Personal access tokens for scripts.
@NullMarked
package dev.mockingbird.gateway.token;

import org.jspecify.annotations.NullMarked;
