package dev.mockingbird.search.bank.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A file or an archive as it comes in; its bytes are opened once, and read no further than the
/// limits go.
///
/// @param name relative path, as whoever sent it wrote it
public record NamedBytes(String name, Bytes bytes) {

  public static NamedBytes of(String name, byte[] bytes) {
    return new NamedBytes(name, () -> new ByteArrayInputStream(bytes));
  }

  public static NamedBytes pasted(String text) {
    return of("pasted.md", text.getBytes(StandardCharsets.UTF_8));
  }

  /// Where the bytes are.
  public interface Bytes {
    InputStream open() throws IOException;
  }
}
