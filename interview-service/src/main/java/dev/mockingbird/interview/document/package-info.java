/// The shared editor: an update log with a central authority, speaking CodeMirror's collab
/// protocol. Positions are UTF-16 units, like Java's and the browser's.
@NullMarked
package dev.mockingbird.interview.document;

import org.jspecify.annotations.NullMarked;
