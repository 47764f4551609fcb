package dev.mockingbird.search.bank.door;

/// How much an upload may hold; more is refused before it is read to its end.
///
/// The gateway lets no larger body through than `bytes`.
///
/// @param bytes of all that is handed in, packed as it comes; and of each file of an archive
/// @param unpacked bytes of all files of an archive
/// @param line characters of one line
/// @param nesting levels of lists, quotes, brackets and tags within each other
public record Limits(long bytes, long unpacked, int files, int line, int nesting) {

  public static final Limits DEFAULT = new Limits(10 << 20, 32 << 20, 2_000, 1_000_000, 100);
}
