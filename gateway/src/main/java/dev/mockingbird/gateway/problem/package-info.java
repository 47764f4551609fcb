/// Every error the gateway answers, as problem details (RFC 9457) with a stable code.
@NullMarked
package dev.mockingbird.gateway.problem;

import org.jspecify.annotations.NullMarked;
