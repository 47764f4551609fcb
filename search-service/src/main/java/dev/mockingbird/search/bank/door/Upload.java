package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.door.UploadRefused.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What somebody handed in, opened: its files as text, in the order of their names.
public final class Upload {

  private final List<SourceFile> files;
  private final List<LeftOut> left;
  private final String sha256;

  private Upload(List<SourceFile> files, List<LeftOut> left, String sha256) {
    this.files = files;
    this.left = left;
    this.sha256 = sha256;
  }

  public static Upload open(List<NamedBytes> handedIn, Limits limits) throws UploadRefused {
    List<SourceFile> files = new ArrayList<>();
    StringBuilder names = new StringBuilder();
    for (NamedBytes file : handedIn) {
      byte[] bytes = read(file, limits);
      names.append(file.name()).append('\0').append(digest(bytes)).append('\n');
      files.add(
          new SourceFile(
              file.name(),
              Format.MARKDOWN,
              "UTF-8",
              new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n")));
    }
    if (files.isEmpty()) {
      throw new UploadRefused(Code.NOTHING_TO_READ);
    }
    return new Upload(files, List.of(), digest(names.toString().getBytes(StandardCharsets.UTF_8)));
  }

  public List<SourceFile> files() {
    return files;
  }

  /// Files that were not read, each with its reason.
  public List<LeftOut> left() {
    return left;
  }

  /// Of all files that were read, names and bytes.
  public String sha256() {
    return sha256;
  }

  private static byte[] read(NamedBytes file, Limits limits) throws UploadRefused {
    try (InputStream in = file.bytes().open()) {
      byte[] bytes = in.readNBytes((int) limits.bytes() + 1);
      if (bytes.length > limits.bytes()) {
        throw new UploadRefused(Code.TOO_LARGE, limits.bytes() >> 20);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
