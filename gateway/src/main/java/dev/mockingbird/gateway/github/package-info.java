/// GitHub as a configured party: addresses, client, teams.
@NullMarked
package dev.mockingbird.gateway.github;

import org.jspecify.annotations.NullMarked;
