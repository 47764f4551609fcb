/// HTTP and WebSocket traffic to the services.
@NullMarked
package dev.mockingbird.gateway.proxy;

import org.jspecify.annotations.NullMarked;
