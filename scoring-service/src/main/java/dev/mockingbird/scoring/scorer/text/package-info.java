/// How the scorer reads a text before any model does: cleaned of what the eye does not see, cut
/// into sentences, and as terms that can be compared.
@NullMarked
package dev.mockingbird.scoring.scorer.text;

import org.jspecify.annotations.NullMarked;
