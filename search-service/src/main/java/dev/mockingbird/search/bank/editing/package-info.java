/// Writing in the bank by hand: versions, drafts, retiring and coming back. Rules are pure
/// ([EditDecider], [FormCheck]); a decision is written with the versions of what it was made upon,
/// so that the second of two people at the same question sees what the first one wrote.
@NullMarked
package dev.mockingbird.search.bank.editing;

import org.jspecify.annotations.NullMarked;
