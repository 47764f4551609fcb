/// How this service talks to Elasticsearch: indices behind aliases, writes with external versions,
/// and an honest answer when it is down.
@NullMarked
package dev.mockingbird.search.index;

import org.jspecify.annotations.NullMarked;
