/// What a Markdown question list says, read in pure steps: source text → containers found on its
/// lines → pieces of a CommonMark parse → what only stands around → the shape that holds the
/// questions → what each piece opens → questions with all that belongs to them → body, answer and
/// details → checks and certainty. Every step is a function of the ones before it, and every
/// decision carries its reason.
@NullMarked
package dev.mockingbird.search.bank.markdown;

import org.jspecify.annotations.NullMarked;
