/// A second opinion by a language model at an address that the operator chose: off by default,
/// never needed, and never the score itself until somebody accepts it.
@NullMarked
package dev.mockingbird.scoring.languagemodel;

import org.jspecify.annotations.NullMarked;
