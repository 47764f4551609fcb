/// What every route of this service has in common: who calls, under which correlation id, and how a
/// refusal is told.
@NullMarked
package dev.mockingbird.scoring.web;

import org.jspecify.annotations.NullMarked;
