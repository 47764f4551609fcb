package dev.mockingbird.search.bank;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes two questions the same one: the key a list gave it, else its wording without
/// numbering, spacing and case, together with its code and language.
///
/// @param key absent for a question without a key
public record Identity(@Nullable String key, String text) {

  private static final Pattern NUMBERING = Pattern.compile("^\\s*(q\\s*)?[0-9]{1,4}\\s*[.、:)]\\s*");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern END = Pattern.compile("[?.!。:]+$");

  public static Identity of(String source, ReadItem item) {
    Metadata metadata = item.metadata();
    String key = metadata.translationKey(source);
    return new Identity(
        key == null ? null : key(key, metadata.language()),
        text(metadata.language(), item.title(), item.body()));
  }

  /// What a list's key makes of the question in one language.
  static String key(String translationKey, Language language) {
    return "key/" + translationKey + "/" + wire(language);
  }

  public static String text(Language language, String title, String body) {
    return "text/" + digest(wire(language) + "\n" + words(title) + "\n" + code(body));
  }

  private static String wire(Language language) {
    return language == Language.CHINESE ? "zh" : "en";
  }

  /// The id a new question of this identity gets; the same wherever and whenever it is imported.
  public String newId() {
    return id(key == null ? text : key);
  }

  /// As if no list had given it a key.
  public String newIdByText() {
    return id(text);
  }

  /// For one whose words once were those of a question that has its id from them.
  ///
  /// @param time from 1
  public String newIdAgain(int time) {
    return id(text + "\n" + time);
  }

  private static String id(String identity) {
    return "q" + digest(identity).substring(0, 15);
  }

  private static String words(String title) {
    String bare = SPACE.matcher(unnumbered(plain(title))).replaceAll("");
    return END.matcher(bare).replaceFirst("");
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /// @param plain see [#plain]
  static String unnumbered(String plain) {
    return NUMBERING.matcher(plain).replaceFirst("");
  }

  /// Case matters in code.
  private static String code(String body) {
    return SPACE.matcher(body).replaceAll("");
  }

  public static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
