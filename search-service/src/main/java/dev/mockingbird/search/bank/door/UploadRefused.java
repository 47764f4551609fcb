package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// An upload that is not read at all; [dev.mockingbird.search.bank.reading.Sentences] say why, and
/// what to do about it.
public final class UploadRefused extends Exception {

  private static final long serialVersionUID = 1;

  private final Code code;
  private final List<String> values;

  UploadRefused(Code code, Object... values) {
    super(code + " " + List.of(values));
    this.code = code;
    this.values = Stream.of(values).map(String::valueOf).toList();
  }

  public static UploadRefused tooLarge(Limits limits) {
    return new UploadRefused(Code.TOO_LARGE, limits.bytes() >> 20);
  }

  public static UploadRefused tooManyFiles(Limits limits) {
    return new UploadRefused(Code.TOO_MANY_FILES, limits.files());
  }

  /// Stable: people and programs refer to them by name.
  public enum Code {
    /// Values: limit in megabytes.
    TOO_LARGE,
    /// Values: limit.
    TOO_MANY_FILES,
    /// Values: file.
    NOT_TEXT,
    /// Values: file.
    BROKEN_ARCHIVE,
    /// Values: archive.
    ENCRYPTED_ARCHIVE,
    /// Values: archive.
    NESTED_ARCHIVE,
    /// Values: archive, limits of one file and of all in megabytes.
    ARCHIVE_BOMB,
    /// Values: name.
    UNSAFE_NAME,
    /// Values: file, line, limit.
    LINE_TOO_LONG,
    /// Values: file, line, limit.
    NESTED_TOO_DEEPLY,
    /// Values: file, limit.
    TOO_MANY_LINES,
    /// Values: file, limit.
    TOO_MANY_ITEMS,
    NOTHING_TO_READ;

    /// Such as `too-large`.
    String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Code code() {
    return code;
  }

  public Reason because() {
    return new Reason("refused." + code.wire(), values);
  }

  public Reason fix() {
    return new Reason("refused." + code.wire() + ".fix", values);
  }
}
