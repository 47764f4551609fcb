/// What a file says, in the words that every format's reader and everything after it share: items,
/// what each line became, and the reason for each decision. Pure values; nothing here has been
/// decided about the bank.
@NullMarked
package dev.mockingbird.search.bank.reading;

import org.jspecify.annotations.NullMarked;
