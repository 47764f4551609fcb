/// `./mockingbird rescore`: what another scorer than the one that counts says about answers of old,
/// proposed, compared, and accepted.
@NullMarked
package dev.mockingbird.scoring.rescore;

import org.jspecify.annotations.NullMarked;
