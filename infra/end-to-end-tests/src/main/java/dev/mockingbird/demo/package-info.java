/// `./mockingbird demo`: one whole interview played through the public interfaces only, HTTP and
/// WebSocket at the gateway. It is the smoke test of every installation.
@NullMarked
package dev.mockingbird.demo;

import org.jspecify.annotations.NullMarked;
