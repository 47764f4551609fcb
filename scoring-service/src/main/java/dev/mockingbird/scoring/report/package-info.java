/// What an interview came to: a projection that can be thrown away, and what a viewer may see of
/// it.
@NullMarked
package dev.mockingbird.scoring.report;

import org.jspecify.annotations.NullMarked;
