package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.door.UploadRefused.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// A zip archive in memory. What it says of sizes is not believed: limits count the bytes as they
/// come out.
final class Archive {

  private static final int MEGABYTE = 1 << 20;
  private static final long LARGEST_RATIO = 200;

  /// The file header of a zip's directory; each entry has one.
  private static final byte[] ENTRY = {'P', 'K', 1, 2};

  /// Zip archives that are documents of a program.
  private static final List<String> DOCUMENTS =
      List.of(".docx", ".xlsx", ".pptx", ".odt", ".ods", ".epub", ".apkg", ".colpkg", ".jar");

  private final String name;
  private final byte[] bytes;
  private final Limits limits;

  Archive(String name, byte[] bytes, Limits limits) {
    this.name = name;
    this.bytes = bytes;
    this.limits = limits;
  }

  /// An archive, whatever it is called; some documents are archives too.
  static boolean is(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  /// An archive that somebody packed to hand in what is inside.
  static boolean opens(String name, byte[] bytes) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".zip") || (is(bytes) && DOCUMENTS.stream().noneMatch(lower::endsWith));
  }

  void unpackInto(Opening opening) throws UploadRefused {
    if (!is(bytes) || entries() > limits.files() * 2L) {
      throw is(bytes)
          ? UploadRefused.tooManyFiles(limits)
          : new UploadRefused(Code.BROKEN_ARCHIVE, name);
    }
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setUseUnicodeExtraFields(true)
            .get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        unpack(zip, entry, opening);
      }
    } catch (IOException | IllegalArgumentException e) {
      UploadRefused refused = new UploadRefused(Code.BROKEN_ARCHIVE, name);
      refused.initCause(e);
      throw refused;
    }
  }

  private void unpack(ZipFile zip, ZipArchiveEntry entry, Opening opening)
      throws IOException, UploadRefused {
    String entryName = RelativeName.clean(name(entry));
    if (entry.isDirectory()) {
      return;
    }
    opening.count(1);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new UploadRefused(Code.ENCRYPTED_ARCHIVE, name);
    }
    if (entry.isUnixSymlink()) {
      opening.leave(entryName, "link");
      return;
    }
    if (entry.getMethod() != ZipMethod.STORED.getCode()
        && entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
      throw new UploadRefused(Code.BROKEN_ARCHIVE, name);
    }
    byte[] content = read(zip, entry, opening);
    CRC32 sum = new CRC32();
    sum.update(content);
    if (sum.getValue() != entry.getCrc()) {
      throw new UploadRefused(Code.BROKEN_ARCHIVE, name);
    }
    opening.unpacked(entryName, content);
  }

  private byte[] read(ZipFile zip, ZipArchiveEntry entry, Opening opening)
      throws IOException, UploadRefused {
    long room = Math.min(Math.min(opening.room(), limits.bytes()), ratioAllows(entry));
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes(Math.toIntExact(room) + 1);
      if (content.length > room) {
        throw new UploadRefused(
            Code.ARCHIVE_BOMB, name, limits.bytes() / MEGABYTE, limits.unpacked() / MEGABYTE);
      }
      return content;
    }
  }

  /// An entry cannot be packed into more bytes than the archive has, whatever it says.
  private long ratioAllows(ZipArchiveEntry entry) {
    long packed = Math.min(Math.max(entry.getCompressedSize(), 0), bytes.length);
    return Math.max(MEGABYTE, packed * LARGEST_RATIO);
  }

  /// Programs that do not say that they write UTF-8 write it or the system's own encoding, which in
  /// China is GB18030.
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    return raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
        ? entry.getName()
        : Encodings.strictly(raw, StandardCharsets.UTF_8)
            .or(() -> Encodings.strictly(raw, Encodings.GB18030))
            .orElseGet(entry::getName);
  }

  /// Counted before the directory is read, which costs memory for each.
  private long entries() {
    long found = 0;
    for (int i = 0; i + 3 < bytes.length; i++) {
      if (bytes[i] == ENTRY[0]
          && bytes[i + 1] == ENTRY[1]
          && bytes[i + 2] == ENTRY[2]
          && bytes[i + 3] == ENTRY[3]) {
        found++;
      }
    }
    return found;
  }
}
