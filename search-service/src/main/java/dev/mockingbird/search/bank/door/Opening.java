package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.door.UploadRefused.Code;
import dev.mockingbird.search.bank.reading.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An upload while it is being opened: what was taken in so far, and what it has cost.
final class Opening {

  /// A file as it will be part of the upload, with the digest of its bytes.
  private record Taken(SourceFile file, String digest) {}

  private final Limits limits;
  private final boolean alone;
  private final List<Taken> taken = new ArrayList<>();
  private final List<LeftOut> left = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private long packed;
  private long unpacked;
  private int count;
  private boolean archivesLeft;

  /// @param alone one file or archive was handed in and nothing else
  Opening(Limits limits, boolean alone) {
    this.limits = limits;
    this.alone = alone;
  }

  void take(NamedBytes handedIn) throws UploadRefused {
    String name = RelativeName.clean(handedIn.name());
    byte[] bytes = read(handedIn);
    packed += bytes.length;
    if (Archive.opens(name, bytes)) {
      new Archive(name, bytes, limits).unpackInto(this);
    } else {
      count(1);
      file(name, bytes, alone);
    }
  }

  /// @throws UploadRefused when there are more files than an upload may have
  void count(int more) throws UploadRefused {
    count += more;
    if (count > limits.files()) {
      throw UploadRefused.tooManyFiles(limits);
    }
  }

  /// How much may still be unpacked.
  long room() {
    return limits.unpacked() - unpacked;
  }

  void unpacked(String name, byte[] bytes) throws UploadRefused {
    unpacked += bytes.length;
    file(name, bytes, false);
  }

  void leave(String name, String reason) {
    left.add(new LeftOut(name, Reason.of("left." + reason)));
  }

  List<SourceFile> files() {
    return taken.stream().map(Taken::file).toList();
  }

  Upload opened() throws UploadRefused {
    if (taken.isEmpty()) {
      throw archivesLeft
          ? new UploadRefused(Code.NESTED_ARCHIVE, left.getFirst().name())
          : new UploadRefused(Code.NOTHING_TO_READ);
    }
    taken.sort(Comparator.comparing(it -> it.file().name(), RelativeName.order()));
    left.sort(Comparator.comparing(LeftOut::name, RelativeName.order()));
    StringBuilder all = new StringBuilder();
    taken.forEach(it -> all.append(it.file().name()).append('\0').append(it.digest()).append('\n'));
    return new Upload(
        files(), List.copyOf(left), Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /// @param whole the file is all there is: then it is read as text whatever its name, or refused
  private void file(String name, byte[] bytes, boolean whole) throws UploadRefused {
    if (hidden(name)) {
      leave(name, "hidden");
    } else if (Archive.is(bytes) && whole) {
      throw new UploadRefused(Code.NOT_TEXT, name);
    } else if (Archive.is(bytes)) {
      archivesLeft = true;
      leave(name, "archive");
    } else if (!whole && !Formats.known(name)) {
      leave(name, "not-a-list");
    } else {
      text(name, bytes, whole);
    }
  }

  private void text(String name, byte[] bytes, boolean whole) throws UploadRefused {
    Optional<Encodings.Decoded> decoded = Encodings.decode(bytes);
    if (decoded.isEmpty()) {
      if (whole) {
        throw new UploadRefused(Code.NOT_TEXT, name);
      }
      leave(name, "not-text");
      return;
    }
    String text = decoded.get().text();
    Optional<Format> format = Formats.of(name, text);
    if (format.isEmpty()) {
      leave(name, "not-a-list");
      return;
    }
    Strain.check(name, format.get(), text, limits);
    String unique = RelativeName.unique(name, names);
    names.add(unique);
    taken.add(
        new Taken(
            new SourceFile(unique, format.get(), decoded.get().encoding(), text),
            Digest.of(bytes)));
  }

  private static boolean hidden(String name) {
    return name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX/");
  }

  private byte[] read(NamedBytes handedIn) throws UploadRefused {
    int room = Math.toIntExact(limits.bytes() - packed);
    try (InputStream in = handedIn.bytes().open()) {
      byte[] bytes = in.readNBytes(room + 1);
      if (bytes.length > room) {
        throw UploadRefused.tooLarge(limits);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
