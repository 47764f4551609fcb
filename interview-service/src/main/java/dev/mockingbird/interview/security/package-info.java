/// Who is calling, as the gateway's token says.
@NullMarked
package dev.mockingbird.interview.security;

import org.jspecify.annotations.NullMarked;
