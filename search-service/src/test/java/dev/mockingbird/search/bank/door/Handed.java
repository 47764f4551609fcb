package dev.mockingbird.search.bank.door;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// What tests hand in.
final class Handed {

  static final Choice NOTHING_TOLD = Choice.none(Language.ENGLISH);

  private Handed() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Upload open(String name, byte[] bytes) throws UploadRefused {
    return Upload.open(List.of(NamedBytes.of(name, bytes)), Limits.DEFAULT);
  }

  static SourceFile file(String name, String text) {
    return file(name, utf8(text));
  }

  static SourceFile file(String name, byte[] bytes) {
    try {
      return open(name, bytes).files().getFirst();
    } catch (UploadRefused e) {
      throw new AssertionError(e);
    }
  }

  static Reading reading(String name, String text) {
    return Readers.read(file(name, text), NOTHING_TOLD);
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
