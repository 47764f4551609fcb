/// The short-lived token that services trust, and the keys behind it.
@NullMarked
package dev.mockingbird.gateway.identity;

import org.jspecify.annotations.NullMarked;
