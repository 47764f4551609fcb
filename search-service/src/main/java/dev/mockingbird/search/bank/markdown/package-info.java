/// What a Markdown question list says, read in pure steps: source text → outline → shape → items →
/// answers → checks. Every step is a function of the one before it, and every decision carries its
/// reason.
@NullMarked
package dev.mockingbird.search.bank.markdown;

import org.jspecify.annotations.NullMarked;
