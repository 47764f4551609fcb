package dev.mockingbird.search.bank.door;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What the bytes of a text file mean. A byte order mark is believed; without one strict UTF-8
/// comes first, for hardly anything else happens to be valid UTF-8; then what reads like Chinese.
final class Encodings {

  static final Charset GB18030 = Charset.forName("GB18030");

  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] UTF_16BE_MARK = {(byte) 0xfe, (byte) 0xff};
  private static final byte[] UTF_16LE_MARK = {(byte) 0xff, (byte) 0xfe};
  private static final byte[] UTF_32LE_MARK = {(byte) 0xff, (byte) 0xfe, 0, 0};

  /// A thousandth of a text may be signs that no text has, such as a form feed.
  private static final int CONTROLS_PER_CHARACTER = 1_000;

  /// @param encoding the name of a character set
  record Decoded(String encoding, String text) {}

  private Encodings() {}

  /// Empty when it is no text.
  static Optional<Decoded> decode(byte[] bytes) {
    return marked(bytes).or(() -> unmarked(bytes)).filter(it -> isText(it.text()));
  }

  /// The encoding is told by the bytes themselves, or the text reads like one.
  static boolean sure(String encoding, String text) {
    return encoding.startsWith("UTF-") ? text.indexOf('\ufffd') < 0 : Familiar.reads(text);
  }

  static Optional<String> strictly(byte[] bytes, Charset charset) {
    return strictly(ByteBuffer.wrap(bytes), charset);
  }

  private static Optional<Decoded> marked(byte[] bytes) {
    if (startsWith(bytes, UTF_8_MARK)) {
      return Optional.of(leniently(bytes, UTF_8_MARK.length, StandardCharsets.UTF_8));
    }
    if (startsWith(bytes, UTF_32LE_MARK)) {
      return Optional.of(leniently(bytes, UTF_32LE_MARK.length, UTF_32LE));
    }
    if (startsWith(bytes, UTF_16LE_MARK)) {
      return Optional.of(leniently(bytes, UTF_16LE_MARK.length, StandardCharsets.UTF_16LE));
    }
    return startsWith(bytes, UTF_16BE_MARK)
        ? Optional.of(leniently(bytes, UTF_16BE_MARK.length, StandardCharsets.UTF_16BE))
        : Optional.empty();
  }

  private static Optional<Decoded> unmarked(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return Optional.empty();
      }
    }
    return as(bytes, StandardCharsets.UTF_8)
        .or(() -> as(bytes, GB18030).filter(it -> Familiar.reads(it.text())))
        .or(() -> as(bytes, BIG5).filter(it -> Familiar.reads(it.text())))
        .or(() -> damaged(bytes))
        .or(() -> as(bytes, WINDOWS).filter(it -> Familiar.readsWestern(it.text())))
        .or(() -> as(bytes, GB18030));
  }

  /// UTF-8 in which a few bytes are broken, as where a character was cut in half.
  private static Optional<Decoded> damaged(byte[] bytes) {
    Decoded read = leniently(bytes, 0, StandardCharsets.UTF_8);
    long broken = read.text().chars().filter(c -> c == '\ufffd').count();
    long foreign = read.text().chars().filter(c -> c > 0x7f).count();
    return broken * 4 < foreign ? Optional.of(read) : Optional.empty();
  }

  private static Optional<Decoded> as(byte[] bytes, Charset charset) {
    return strictly(bytes, charset).map(text -> new Decoded(charset.name(), lines(text)));
  }

  private static Decoded leniently(byte[] bytes, int from, Charset charset) {
    return new Decoded(
        charset.name(), lines(new String(bytes, from, bytes.length - from, charset)));
  }

  private static Optional<String> strictly(ByteBuffer bytes, Charset charset) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes);
      return Optional.of(text.toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean isText(String text) {
    if (MAGIC.stream().anyMatch(text::startsWith)) {
      return false;
    }
    long controls = text.chars().filter(c -> c < ' ' && c != '\n' && c != '\t').count();
    return text.indexOf('\0') < 0 && controls * CONTROLS_PER_CHARACTER <= text.length();
  }

  /// How files begin that look like text for a while and are none.
  private static final List<String> MAGIC = List.of("%PDF-", "{\\rtf", "%!PS");

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && java.util.Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
