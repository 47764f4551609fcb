/// The public face: its address, its response headers, the web app's files.
@NullMarked
package dev.mockingbird.gateway.site;

import org.jspecify.annotations.NullMarked;
