/// Who is calling, as the gateway's token says.
@NullMarked
package dev.mockingbird.scoring.security;

import org.jspecify.annotations.NullMarked;
