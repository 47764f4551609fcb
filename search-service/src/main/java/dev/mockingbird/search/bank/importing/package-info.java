/// Whole lists into the bank: what a person said about an upload, what it would do to the bank as
/// it is, and doing it, all of it or nothing; and taking it back. What an import does stands in the
/// questions' journals first and counts only from its batch's `ImportApplied` on.
@NullMarked
package dev.mockingbird.search.bank.importing;

import org.jspecify.annotations.NullMarked;
