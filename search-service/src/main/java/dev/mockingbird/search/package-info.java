/// The bank decides (in Redis), the catalogue answers (from Elasticsearch), finished interviews are
/// found again by their members. The bank never looks into the index.
@NullMarked
package dev.mockingbird.search;

import org.jspecify.annotations.NullMarked;
