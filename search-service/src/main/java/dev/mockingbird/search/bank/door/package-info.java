/// From what somebody hands in to readings: bytes → files → text → what the text says. The door
/// opens folders and archives, finds out encodings and formats, and refuses what would cost too
/// much before it costs it. Pure: no store, no framework.
@NullMarked
package dev.mockingbird.search.bank.door;

import org.jspecify.annotations.NullMarked;
