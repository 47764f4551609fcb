/// Signing in through GitHub's OAuth flow, and the rules at the door.
@NullMarked
package dev.mockingbird.gateway.signin;

import org.jspecify.annotations.NullMarked;
