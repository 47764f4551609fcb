/// How well an answer covers the key points of a question: pure, deterministic, and with the
/// candidate's own words as evidence. It knows no framework and no store; the model comes in
/// through [dev.mockingbird.scoring.scorer.TokenEncoder].
///
/// [dev.mockingbird.scoring.scorer.AlignmentScorer] reads the answer
/// ([dev.mockingbird.scoring.scorer.ReadAnswer]), lays it beside the key points
/// ([dev.mockingbird.scoring.scorer.Comparison]), looks at them from several sides
/// ([dev.mockingbird.scoring.scorer.Aspects]), hears whether it says the opposite
/// ([dev.mockingbird.scoring.scorer.opposition.Opposition]) and gives verdicts by what was learned
/// from graded answers ([dev.mockingbird.scoring.scorer.Calibration]). `scoring-service/fit` learns
/// it.
@NullMarked
package dev.mockingbird.scoring.scorer;

import org.jspecify.annotations.NullMarked;
