/// `./mockingbird import`: reads lists from the shell, by itself or through a running installation.
@NullMarked
package dev.mockingbird.search.bank.shell;

import org.jspecify.annotations.NullMarked;
