/// `./mockingbird score` and `./mockingbird agreement`: the scorer without a server.
@NullMarked
package dev.mockingbird.scoring.shell;

import org.jspecify.annotations.NullMarked;
