package dev.mockingbird.search.bank.door;

/// One file of an upload, as text.
///
/// @param name clean path relative to the upload, with `/`
/// @param encoding what its bytes were read as, such as `UTF-8` or `GB18030`
/// @param text without byte order mark, lines ended by `\n`
public record SourceFile(String name, Format format, String encoding, String text) {

  /// The folder it lies in, without the folders above; empty at the top.
  String folder() {
    int end = name.lastIndexOf('/');
    return end < 0 ? "" : name.substring(name.lastIndexOf('/', end - 1) + 1, end);
  }
}
