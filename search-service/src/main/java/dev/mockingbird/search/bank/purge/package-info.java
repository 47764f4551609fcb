/// Purging a question: its data key, its texts in Redis and in the index go for good; a receipt
/// stays. A command on the machine alone, never an address.
@NullMarked
package dev.mockingbird.search.bank.purge;

import org.jspecify.annotations.NullMarked;
