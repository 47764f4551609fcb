/// Answers questions about the bank from Elasticsearch: a projection of the bank's facts that can
/// be thrown away and rebuilt.
@NullMarked
package dev.mockingbird.search.catalog;

import org.jspecify.annotations.NullMarked;
