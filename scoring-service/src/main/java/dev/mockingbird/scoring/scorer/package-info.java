/// How well an answer covers the key points of a question: pure, deterministic, and with the
/// candidate's own words as evidence. It knows no framework and no store; the model comes in
/// through [dev.mockingbird.scoring.scorer.TokenEncoder].
@NullMarked
package dev.mockingbird.scoring.scorer;

import org.jspecify.annotations.NullMarked;
