/// The facts Mockingbird writes to Kafka: one sealed family for each aggregate, all its cases in
/// one file, and the envelope they travel in.
///
/// A released record here is a contract: it only ever gains nullable components. The golden files
/// under `src/test/resources/golden` are the review signal that one changed.
@NullMarked
package dev.mockingbird.events;

import org.jspecify.annotations.NullMarked;
