/// An answer on trial, which belongs to no interview: JSON in, JSON out, the same from the shell
/// and over HTTP.
@NullMarked
package dev.mockingbird.scoring.trial;

import org.jspecify.annotations.NullMarked;
