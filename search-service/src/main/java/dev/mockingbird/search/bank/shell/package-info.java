/// The bank from the shell: what an import would do, without a server.
@NullMarked
package dev.mockingbird.search.bank.shell;

import org.jspecify.annotations.NullMarked;
